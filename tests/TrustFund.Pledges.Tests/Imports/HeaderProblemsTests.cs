using TrustFund.Journal.Imports;
using TrustFund.Pledges.Imports;

namespace TrustFund.Pledges.Tests.Imports;

/// <summary>What a header lacks is told beside what nobody knows in it, unless that may be what is meant.</summary>
public sealed class HeaderProblemsTests
{
    readonly Given given = new();

    [Fact]
    public void While_a_column_is_misspelt_nothing_is_told_of_those_that_are_not_there()
    {
        // The rate may well stand in the column that nobody knows.
        var problems = Problems("donor,reference,amount,currency,announced_on,fx_rat\nNO,PL-2,100.00,NOK,2017-06-01,9.5\nXX,PL-3,1.00,EUR,2017-06-01,\n");

        Assert.Equal([(1, "fx_rat"), (3, "donor")], problems.Select(problem => (problem.Row, problem.Column!)));
    }

    [Theory]
    [InlineData("colour", "9.5", "There is no such column: ")]
    [InlineData("fx_rat", "", "There is no such column (is 'fx_rate' or 'fx_date' meant?): ")]
    [InlineData("", "", "The header has a column without a name.")]
    public void A_column_that_is_not_there_is_told_beside_an_unknown_one_that_cannot_be_it(string column, string cell, string message)
    {
        var problems = Problems($"donor,reference,amount,currency,announced_on,{column}\nNO,PL-2,100.00,NOK,2017-06-01,{cell}\n");

        Assert.Equal([(1, column.Length > 0 ? column : null), (2, "fx_rate")], problems.Select(problem => (problem.Row, problem.Column)));
        Assert.StartsWith(message, problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_column_without_a_name_may_be_any_that_is_not_there() => Assert.Equal(
        [(1, null)],
        Problems("donor,reference,amount,currency,announced_on,\nNO,PL-2,100.00,NOK,2017-06-01,9.5\n").Select(problem => (problem.Row, problem.Column)));

    [Fact]
    public void Every_column_that_is_missing_is_told_beside_an_unknown_one() => Assert.Equal(
        ["colour", "reference", "amount", "announced_on"],
        Problems("donor,currency,colour\nDE,EUR,red\n").Select(problem => problem.Column!));

    IReadOnlyList<ImportProblem> Problems(string file)
    {
        var before = given.Service.Journal.Count;
        var problems = given.Service.Import(new PledgeRows(), Given.Fund, file);
        Assert.Equal(before, given.Service.Journal.Count);
        return problems;
    }
}
