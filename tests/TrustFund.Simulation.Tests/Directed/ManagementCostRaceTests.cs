using TrustFund.Contracts.Funds;
using TrustFund.Disbursements.Costs;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>An allocation to management costs is taken back while it is being spent: Disbursements, who holds the right to spend, decides in the order it hears.</summary>
public sealed class ManagementCostRaceTests
{
    static readonly DateOnly Day = new(2019, 2, 1);

    readonly Given given = new();

    public ManagementCostRaceTests()
    {
        given.Simulation.Do(given.Contracts, new AllocateManagementCosts(BegunFund.Code, "m1", Money.Euros(30), BegunFund.DecidedOn, "BOARD/2017/3"));
        given.Simulation.Settle();
    }

    ManagementCostAllocation Allocation => given.Contracts.Service.Get<ManagementCostAllocation>("m1");

    ManagementCosts Ceiling => given.Disbursements.Service.Get<ManagementCosts>(BegunFund.Code);

    Refusal? Reverse() => given.Simulation.Ask(given.Contracts, new ReverseManagementCosts(BegunFund.Code, "m1", Day, "Less is needed."), Given.Authoriser);

    void Charge(decimal amount, string id) => given.Simulation.Do(given.Disbursements, new ChargeBank(BegunFund.Code, id, new(Money.Euros(amount), Day, $"bank {id}")));

    Refusal? Request(decimal amount, string id = "c1") =>
        given.Simulation.Ask(given.Disbursements, new RequestCost(BegunFund.Code, id, new("Auditors", Money.Euros(amount), "Audit", Day)), Given.Initiator);

    [Fact]
    public void A_charge_of_the_bank_that_comes_first_is_kept_and_the_reversal_rejected()
    {
        Assert.Null(Reverse());
        Charge(0.01m, "charge");

        given.Simulation.Settle();

        Assert.Equal((ManagementCostState.ReversalRejected, 29.99m), (Allocation.State, Allocation.LargestReleasable));
        Assert.Equal((30m, 30m, 29.99m), (given.Fund.ManagementCosts, Ceiling.Allocated, Ceiling.Open().Amount));
        given.Simulation.Do(given.Disbursements, new ReverseCost(BegunFund.Code, "charge", new(Day, "The bank gave it back.")), Given.Verifier);

        Assert.Null(Reverse());
        given.Simulation.Settle();
        Assert.Equal((ManagementCostState.Reversed, 0m, 0m), (Allocation.State, given.Fund.ManagementCosts, Ceiling.Allocated));
    }

    [Fact]
    public void A_reversal_that_is_heard_first_leaves_nothing_to_spend_and_a_charge_that_follows_books_all_the_same()
    {
        Assert.Null(Reverse());
        given.Simulation.Hear(given.Disbursements, given.Contracts);

        Assert.Equal("exceeds-management-costs", Request(0.01m)?.Code);
        Charge(5, "charge");
        Assert.Equal((30m, 0m, -5m), (given.Fund.ManagementCosts, Ceiling.Allocated, Ceiling.Open().Amount));
        Assert.Equal("reversal-pending", Reverse()?.Code);
        given.Simulation.Settle();

        Assert.Equal((ManagementCostState.Reversed, 0m, 30m), (Allocation.State, given.Fund.ManagementCosts, given.Fund.AllocatableToManagementCosts().Amount));
        Assert.Equal("already-reversed", Reverse()?.Code);
    }
}
