using TrustFund.Journal.Http;

namespace TrustFund.Journal.Tests.Deciding;

/// <summary>Several refusals of one command, as one.</summary>
public sealed class RefusalTests
{
    static readonly Refusal Amount = Refusal.Rule("not-positive", "The amount is 0.", "amount");
    static readonly Refusal Day = Refusal.Rule("date-in-the-future", "It has not come.", "receivedOn");
    static readonly Refusal Closed = Refusal.Conflict("action-closed", "It is closed.");

    [Fact]
    public void None_is_none() => Assert.Null(Refusal.All(null, null));

    [Fact]
    public void The_first_stands_foremost_and_the_others_behind_it_each_once()
    {
        var all = Refusal.All(null, Refusal.All(Amount, Day), Closed, Amount with { Detail = "Told before." })!;

        Assert.Equal((422, "not-positive", "The amount is 0.", "amount"), (all.Status, all.Code, all.Detail, all.Field));
        Assert.Equal([Day, Closed], all.Others);
        Assert.Equal([Amount, Day, Closed], all.Each());
    }

    [Fact]
    public void The_same_refusals_are_equal_and_others_are_not()
    {
        Assert.Equal(Refusal.All(Amount, Day), Refusal.All([Amount, Day]));
        Assert.Equal(Refusal.All(Amount, Day)!.GetHashCode(), Refusal.All([Amount, Day])!.GetHashCode());
        Assert.NotEqual(Refusal.All(Amount, Day), Refusal.All(Amount, Closed));
        Assert.NotEqual(Refusal.All(Amount, Day), Amount);
    }

    [Fact]
    public void The_answer_is_the_firsts_and_lists_every_field()
    {
        var problem = Problems.Of(Refusal.All(Closed, Amount, Day, Amount with { Code = "beyond-limit", Detail = "It is too much." })!).ProblemDetails;

        Assert.Equal((409, "urn:trustfund:problem:action-closed", "It is closed."), (problem.Status, problem.Type, problem.Detail));
        var errors = Assert.IsType<Dictionary<string, string[]>>(problem.Extensions["errors"]);
        Assert.Equal(["The amount is 0.", "It is too much."], errors["amount"]);
        Assert.Equal(["It has not come."], errors["receivedOn"]);
        Assert.Equal(2, errors.Count);
        Assert.DoesNotContain("errors", Problems.Of(Closed).ProblemDetails.Extensions);
    }
}
