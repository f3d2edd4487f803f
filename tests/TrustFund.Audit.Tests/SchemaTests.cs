using System.Text.RegularExpressions;

namespace TrustFund.Audit.Tests;

/// <summary>The journal reads and writes states by the names of their columns.</summary>
public partial class SchemaTests
{
    [Fact]
    public void Every_state_has_a_table_with_a_column_for_each_of_its_properties()
    {
        using var reader = new StreamReader(typeof(AuditEvolution).Assembly.GetManifestResourceStream(
            typeof(AuditEvolution).Assembly.GetManifestResourceNames().Single(name => name.EndsWith("0001_audit.sql", StringComparison.Ordinal)))!);
        var tables = Table().Matches(reader.ReadToEnd()).ToDictionary(
            table => table.Groups["name"].Value,
            table => Column().Matches(table.Groups["body"].Value).Select(column => column.Groups["name"].Value).Order(StringComparer.Ordinal));

        Assert.All(new AuditEvolution().Tables, table => Assert.Equal(
            table.Kind.GetProperties().Select(property => Snake(property.Name)).Order(StringComparer.Ordinal),
            tables[table.Name]));
    }

    static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    [GeneratedRegex(@"create table (?<name>\w+) \((?<body>.*?)\n\);", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^    (?!check|unique|constraint|--)(?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Column();
}
