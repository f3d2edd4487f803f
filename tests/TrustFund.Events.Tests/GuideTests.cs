using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TrustFund.Events.Tests;

/// <summary>docs/events.md, which integrators read, says what the code does.</summary>
public partial class GuideTests
{
    const string Begin = "<!-- events: written by the tests of TrustFund.Events from the comments in the code -->\n";
    const string End = "<!-- end of events -->";

    [Fact]
    public void The_guide_lists_every_event_with_its_own_words()
    {
        var guide = File.ReadAllText(Published.Guide);
        var (from, to) = (guide.IndexOf(Begin, StringComparison.Ordinal), guide.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, "The guide has lost the marks between which the events are listed.");

        Published.AssertIs(Published.Guide, guide[..(from + Begin.Length)] + Table() + guide[to..]);
        Assert.All(EventTypes.All.Keys, name => Assert.Contains($"](events/{name}.json)", Table(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_guides_example_is_an_event_that_can_be_read()
    {
        var example = JsonNode.Parse(Example().Match(File.ReadAllText(Published.Guide)).Groups["json"].Value)!.AsObject();
        var type = EventTypes.Find((string)example["type"]!)!;

        var fact = (IFundEvent)example["data"].Deserialize(type, EventJson.Options)!;

        Assert.Equal("1.0", (string?)example["specversion"]);
        Assert.Equal($"{example["source"]}:{example["sequence"]}", (string?)example["id"]);
        Assert.Equal(fact.Fund, (string?)example["fund"]);
        Assert.Equal(fact.Subject, (string?)example["subject"]);
        Assert.Equal(fact.ValueDate?.ToString("O"), (string?)example["valuedate"]);
        Assert.True(JsonNode.DeepEquals(example["data"], JsonSerializer.SerializeToNode(fact, type, EventJson.Options)));
    }

    static string Table()
    {
        var text = new StringBuilder();
        foreach (var source in EventTypes.All.GroupBy(pair => pair.Key.Split('.')[0]).OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            text.Append($"\n### From `{source.Key}`\n\n| type | what it says |\n|---|---|\n");
            foreach (var (name, type) in source.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                text.Append($"| [`{name}`](events/{name}.json) | {Comments.Of(type)} |\n");
        }
        return text.Append('\n').ToString();
    }

    [GeneratedRegex(@"```json\n(?<json>\{.*?\n\})\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
