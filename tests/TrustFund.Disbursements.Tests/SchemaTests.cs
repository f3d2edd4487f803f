using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustFund.Disbursements.Tests;

public sealed partial class SchemaTests
{
    static readonly DisbursementsEvolution Evolution = new();

    public static TheoryData<string> Tables => [.. Evolution.Tables.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_property_of_a_state_has_its_column_and_every_column_its_property(string table)
    {
        var kind = Evolution.Tables.Single(kept => kept.Name == table).Kind;

        var properties = kind.GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));

        Assert.Equal(properties.Order(StringComparer.Ordinal), ColumnsOf(table).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Four_eyes_are_pairwise_checks()
    {
        var schema = Schema();

        Assert.Contains("check (verified_by <> requested_by)", schema, StringComparison.Ordinal);
        Assert.Contains("check (authorised_by <> requested_by)", schema, StringComparison.Ordinal);
        Assert.Contains("check (authorised_by <> verified_by)", schema, StringComparison.Ordinal);
        Assert.Contains("check (authorised_for <> requested_by)", schema, StringComparison.Ordinal);
        Assert.Contains("check (authorised_for <> verified_by)", schema, StringComparison.Ordinal);
        Assert.Contains("check (executed_by <> requested_by)", schema, StringComparison.Ordinal);
        Assert.Contains("check (verified_by <> proposed_by)", schema, StringComparison.Ordinal);
    }

    static IEnumerable<string> ColumnsOf(string table)
    {
        var body = Regex.Match(Schema(), $@"create table {table} \((.*?)^\)", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
        return Column().Matches(body).Select(match => match.Groups[1].Value).Where(word => word != "constraint")
            .Concat(Changes("add", table)).Except(Changes("drop", table)).Select(name => name.Trim('"'));
    }

    static IEnumerable<string> Changes(string verb, string table) =>
        Regex.Matches(Schema(), $@"^alter table {table} {verb} column (""?[a-z]\w*""?)", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

    static string Schema()
    {
        var assembly = typeof(DisbursementsEvolution).Assembly;
        return string.Concat(assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }));
    }

    [GeneratedRegex(@"^    (""?[a-z]\w*""?) ", RegexOptions.Multiline)]
    private static partial Regex Column();
}
