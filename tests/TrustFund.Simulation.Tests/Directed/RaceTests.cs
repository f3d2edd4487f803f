using TrustFund.Contracts.Funds;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>64 clients race for the last euros: whoever comes first, exactly what fits is accepted, and the rest is refused with the reason.</summary>
public sealed class RaceTests
{
    const int Clients = 64;

    [Theory]
    [InlineData(40, 1)]
    [InlineData(39.99, 1)]
    [InlineData(20.01, 1)]
    [InlineData(20, 2)]
    [InlineData(1, 40)]
    public void For_the_last_availability_of_a_window(decimal each, int fitting)
    {
        var given = new Given();

        var refusals = Clients.Times(_ => given.Approve(each));

        MustAccept(fitting, refusals, "insufficient-availability");
        Assert.Equal(260 + fitting * each, given.Window.Approved);
        given.Simulation.Settle();
    }

    [Theory]
    [InlineData(220, 1)]
    [InlineData(110, 2)]
    [InlineData(5.5, 40)]
    [InlineData(219.99, 1)]
    [InlineData(110.01, 1)]
    public void For_the_last_of_the_pool(decimal each, int fitting)
    {
        var given = new Given();

        var refusals = Clients.Times(_ => given.Simulation.Ask(given.Contracts, new AllocateResources(
            BegunFund.Code, given.NextId("allocation"), "NOA", Money.Euros(each), BegunFund.DecidedOn, "BOARD/2018/1"), Given.Authoriser));

        MustAccept(fitting, refusals, "insufficient-pool");
        given.Simulation.Settle();
    }

    [Theory]
    [InlineData(2.5, 48, 1)]
    [InlineData(2.5, 48, 2)]
    [InlineData(24, 5, 3)]
    [InlineData(30, 4, 4)]
    [InlineData(30.01, 3, 5)]
    public void For_the_last_of_a_funds_cash(decimal each, int fitting, int order)
    {
        var given = new Given();
        var payments = Shuffled(order, Clients.Times(_ => given.Verified(each)));

        var refusals = payments.Select(given.Authorise).ToList();

        MustAccept(fitting, refusals, "insufficient-cash");
        Assert.Equal((fitting * each, 120m), (given.Cash.Reserved, given.Cash.Received));
        given.Simulation.Settle();
    }

    [Theory]
    [InlineData(2.5, 60, 1)]
    [InlineData(150, 1, 2)]
    [InlineData(75, 2, 3)]
    [InlineData(75.01, 1, 4)]
    public void For_the_last_of_a_contracts_ceiling(decimal each, int fitting, int order)
    {
        var given = new Given();
        given.Receive(600);
        given.Simulation.Settle();
        var payments = Shuffled(order, Clients.Times(_ => given.Verified(each)));

        var refusals = payments.Select(given.Authorise).ToList();

        MustAccept(fitting, refusals, "exceeds-contract");
        Assert.Equal((fitting * each, 150m), (given.Payable.Reserved, given.Payable.Ceiling));
        given.Simulation.Settle();
    }

    static void MustAccept(int fitting, IReadOnlyList<Refusal?> refusals, string otherwise)
    {
        Assert.Equal(fitting, refusals.Count(refusal => refusal is null));
        Assert.All(refusals.OfType<Refusal>(), refusal => Assert.Equal(otherwise, refusal.Code));
    }

    static string[] Shuffled(int order, IEnumerable<string> payments)
    {
        var shuffled = payments.ToArray();
        new Random(order).Shuffle(shuffled);
        return shuffled;
    }
}

static class Repeating
{
    public static List<T> Times<T>(this int times, Func<int, T> act) => [.. Enumerable.Range(0, times).Select(act)];
}
