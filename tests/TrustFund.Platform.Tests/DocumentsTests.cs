using System.Text;
using System.Text.RegularExpressions;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>What the documents tell people to paste is pasted, and must do what they say.</summary>
[Collection(OnePlatform.Name)]
public sealed partial class DocumentsTests(Given.Platform platform)
{
    static readonly (string Service, string Port)[] UsualPorts =
        [("signin", "5100"), ("pledges", "5101"), ("contracts", "5102"), ("disbursements", "5103"), ("leverage", "5104"), ("audit", "5105")];

    [Theory]
    [InlineData("README.md", "## A tour in five minutes", "## Where to look next")]
    [InlineData("docs/finance-officers.md", "# ", null)]
    public async Task What_a_document_tells_to_paste_works(string document, string from, string? until)
    {
        var blocks = Blocks(await File.ReadAllTextAsync(PathOf(document), TestContext.Current.CancellationToken), from, until);
        Assert.NotEmpty(blocks);

        var (output, errors, status) = await Program.Run("bash", ["-u", "-s"], new StringBuilder().AppendJoin('\n', blocks).Append('\n').ToString());

        Assert.True(status == 0, $"{document} ended with {status}.\n{errors}\n{output}");
        var answers = ProblemTypes().Matches(output).Select(problem => problem.Groups[1].Value).ToList();
        // A block that shows a refusal says which: "# refused: insufficient-availability".
        var announced = Announced().Matches(string.Join('\n', blocks)).Select(refusal => refusal.Groups[1].Value).ToList();
        Assert.True(announced.SequenceEqual(answers), $"{document} announces the refusals [{string.Join(", ", announced)}]; there were [{string.Join(", ", answers)}].\n{output}");
        // "# => 250000.00 EUR …" says what the answer before it must hold.
        foreach (var (expected, number) in Expected().Matches(string.Join('\n', blocks)).Select((match, number) => (match.Groups[1].Value, number)))
            Assert.True(output.Contains(expected, StringComparison.Ordinal), $"{document}, expectation {number + 1}: nothing answered {expected}.\n{output}");
    }

    /// <summary>The shell's blocks of a part of a document, with the usual ports led to where the platform under test is.</summary>
    List<string> Blocks(string text, string from, string? until)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = until is null ? text.Length : text.IndexOf(until, start, StringComparison.Ordinal);
        return [.. ShellBlocks().Matches(text[start..end]).Select(block => Led(block.Groups[1].Value))];
    }

    string Led(string block) => UsualPorts.Aggregate(block, (led, usual) =>
        Regex.Replace(led, $@"(?<![0-9]){usual.Port}(?=[/""' ])", platform.App.GetEndpoint(usual.Service).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    // They are copied beside the tests as they stand in the repository.
    static string PathOf(string document) => Path.Combine(AppContext.BaseDirectory, "Documents", document);

    [GeneratedRegex(@"```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlocks();

    [GeneratedRegex(@"urn:trustfund:problem:([a-z-]+)")]
    private static partial Regex ProblemTypes();

    [GeneratedRegex(@"# refused: ([a-z-]+)")]
    private static partial Regex Announced();

    [GeneratedRegex(@"# => (.+)$", RegexOptions.Multiline)]
    private static partial Regex Expected();
}
