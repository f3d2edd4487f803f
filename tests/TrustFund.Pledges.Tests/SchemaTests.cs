using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustFund.Pledges.Tests;

/// <summary>The tables are what the states are written to: a column for each property and a property for each column.</summary>
public sealed partial class SchemaTests
{
    static readonly string Script = Read();

    public static TheoryData<string> Tables => [.. new PledgesEvolution().Tables.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_a_column_for_each_property(string name)
    {
        var kind = new PledgesEvolution().Tables.Single(table => table.Name == name).Kind;
        var properties = kind.GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        Assert.Equal(properties.Order(StringComparer.Ordinal), Columns(name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_services_role_may_write_each_table(string name) =>
        Assert.Matches($@"grant select, insert, update on\s[^;]*\b{name}\b", Script);

    static IEnumerable<string> Columns(string table)
    {
        var body = Regex.Match(Script, $@"create table {table} \(\n(.*?)\n\);", RegexOptions.Singleline).Groups[1].Value;
        var changes = string.Concat(Regex.Matches(Script, $@"alter table {table}\n(.*?);\n", RegexOptions.Singleline).Select(match => match.Groups[1].Value + "\n"));
        return Column().Matches(body).Concat(Added().Matches(changes)).Select(match => match.Groups[1].Value).Where(word => word != "check");
    }

    static string Read() => string.Concat(typeof(PledgesEvolution).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name =>
        {
            using var reader = new StreamReader(typeof(PledgesEvolution).Assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }));

    [GeneratedRegex(@"^    add column ""?([a-z_]+)""? ", RegexOptions.Multiline)]
    private static partial Regex Added();

    [GeneratedRegex(@"^    ""?([a-z_]+)""?[ (]", RegexOptions.Multiline)]
    private static partial Regex Column();
}
