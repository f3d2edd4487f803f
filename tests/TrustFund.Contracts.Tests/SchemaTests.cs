using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustFund.Contracts.Tests;

/// <summary>The journal writes every property of a state to the column of its name.</summary>
public sealed partial class SchemaTests
{
    public static TheoryData<string> Tables => [.. new ContractsEvolution().Tables.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_a_column_for_each_property_of_its_state_and_no_other(string name)
    {
        var kind = new ContractsEvolution().Tables.Single(table => table.Name == name).Kind;
        var properties = kind.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));

        Assert.Equal(properties.Order(), Columns(name).Order());
    }

    [Fact]
    public void A_property_that_may_be_null_has_a_column_that_may_be_and_no_other_has()
    {
        var nullability = new NullabilityInfoContext();
        foreach (var table in new ContractsEvolution().Tables)
        {
            var optional = table.Kind.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => nullability.Create(property).ReadState == NullabilityState.Nullable)
                .Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));

            Assert.Equal(optional.Order(), Columns(table.Name, optionalOnly: true).Order());
        }
    }

    [Fact]
    public void Every_table_is_kept_by_the_journal() =>
        Assert.Equal(new ContractsEvolution().Tables.Select(table => table.Name).Order(), Table().Matches(Schema).Select(match => match.Groups[1].Value).Order());

    static string Schema
    {
        get
        {
            var assembly = typeof(ContractsEvolution).Assembly;
            var names = assembly.GetManifestResourceNames().Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal));
            return string.Concat(names.Order(StringComparer.Ordinal).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            }));
        }
    }

    static IEnumerable<string> Columns(string table, bool optionalOnly = false) =>
        from definition in Table().Matches(Schema).Concat(Change().Matches(Schema))
        where definition.Groups[1].Value == table
        from column in Column().Matches(definition.Groups[2].Value)
        where !optionalOnly || !Required().IsMatch(column.Value)
        select column.Groups[1].Value;

    [GeneratedRegex(@"^create table (\w+) \((.*?)^\);", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^alter table (\w+)\n(.*?);$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Change();

    [GeneratedRegex(@"^    (?:add column )?(\w+)(?<!constraint) +(?:text|bigint|integer|numeric|date|boolean|jsonb)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex("not null|primary key")]
    private static partial Regex Required();
}
