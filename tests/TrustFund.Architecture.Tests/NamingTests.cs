using System.Text.RegularExpressions;

namespace TrustFund.Architecture.Tests;

/// <summary>A reader finds things by their names, and no name is a drawer for everything.</summary>
public partial class NamingTests
{
    const int LongestFileLines = 300;

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines()
    {
        var tooLong = Sources.Named(".cs").Select(file => (file, lines: Sources.Lines(file).Length)).Where(file => file.lines > LongestFileLines);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_type_is_a_drawer_for_everything()
    {
        var drawers =
            from file in Sources.Named(".cs")
            from line in Sources.Lines(file)
            where Drawer().IsMatch(line)
            select $"{file}: {line.Trim()}";

        Assert.Empty(drawers);
    }

    [Fact]
    public void No_file_or_folder_is_one_either() => Assert.DoesNotContain(
        Sources.Named(".cs"), file => file.Split('/').Any(part => DrawerName().IsMatch(Path.GetFileNameWithoutExtension(part))));

    [Theory]
    [InlineData("public static class MoneyHelper", true)]
    [InlineData("sealed record PledgeManager(string Id)", true)]
    [InlineData("class StringUtils", true)]
    [InlineData("static class Common", true)]
    [InlineData("/// Helps the class of people who manage", false)]
    [InlineData("public sealed class ManagementCost", false)]
    [InlineData("sealed record UtilityBill", false)]
    public void A_drawer_is_known_by_its_name(string line, bool isOne) => Assert.Equal(isOne, Drawer().IsMatch(line));

    [GeneratedRegex(@"^[^/""]*\b(class|record|struct|interface|enum)\s+\w*(Helpers?|Utils?|Utilities|Managers?|Common)\b")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"(Helpers?|Utils?|Utilities|Managers?|Common)$")]
    private static partial Regex DrawerName();
}
