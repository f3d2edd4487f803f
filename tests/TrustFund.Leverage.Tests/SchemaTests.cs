using System.Text.RegularExpressions;

namespace TrustFund.Leverage.Tests;

/// <summary>The journal reads and writes states by the names of their columns.</summary>
public partial class SchemaTests
{
    [Fact]
    public void Every_state_has_a_table_with_a_column_for_each_of_its_properties()
    {
        var scripts = Scripts();
        var tables = Table().Matches(scripts)
            .Concat(Altered().Matches(scripts))
            .GroupBy(table => table.Groups["name"].Value)
            .ToDictionary(
                table => table.Key,
                table => table.SelectMany(part => Column().Matches(part.Groups["body"].Value)).Select(column => column.Groups["name"].Value).Order(StringComparer.Ordinal));

        Assert.All(new LeverageEvolution().Tables, table => Assert.Equal(
            table.Kind.GetProperties().Select(property => Snake(property.Name)).Order(StringComparer.Ordinal),
            tables[table.Name]));
    }

    [Fact]
    public void A_measure_is_kept_under_the_name_that_its_row_has() => Assert.All(
        Enum.GetValues<Measure>(),
        measure => Assert.Equal($"EIP/{Snake(measure.ToString())}", MobilisedTotal.Empty("EIP", measure).Id));

    static string Scripts()
    {
        var assembly = typeof(LeverageEvolution).Assembly;
        return string.Concat(assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            }));
    }

    static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    [GeneratedRegex(@"create table (?<name>\w+) \((?<body>.*?)\n\);", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"alter table (?<name>\w+)(?<body>.*?);\n", RegexOptions.Singleline)]
    private static partial Regex Altered();

    [GeneratedRegex(@"^    (?:add column )?(?!check|unique|add check|--)(?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Column();
}
