using TrustFund.Disbursements.Costs;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Costs;

/// <summary>Management costs and charges of the bank are paid out of what the Board set apart for both.</summary>
public sealed class SharedCeilingTests
{
    static RequestCost Cost(decimal amount, string id = "c1") => new(Fund, id, new("Audit Ltd", Money.Euros(amount), "Annual audit", new(2018, 4, 1)));

    static PayCost Pay(string id = "c1") => new(Fund, id, new(2018, 4, 20), $"COST-{id}");

    static ChargeBank Charge(decimal amount, string id = "b1") => new(Fund, id, new(Money.Euros(amount), new(2018, 4, 30), $"FEE-{id}"));

    static ReverseCost Reverse(string id) => new(Fund, id, new(new(2018, 5, 1), "The bank gave it back."));

    static ManagementCostReversalRequested Reversal(decimal amount, string id = "m1") => new(Fund, id, Money.Euros(amount), new(2018, 6, 1), "Less is needed.");

    static Given WithAllocation(decimal allocated)
    {
        var given = AFund(1_000, 500);
        given.Service.Follow("contracts", new ManagementCostsAllocated(Fund, "m1", Money.Euros(allocated), new(2018, 1, 1), "B/2018/1"));
        return given;
    }

    static ManagementCosts Ceiling(Given given) => given.Service.Get<ManagementCosts>(Fund);

    [Fact]
    public void A_charge_of_the_bank_uses_the_ceiling_up_and_what_is_requested_and_authorised_stays_below_the_rest()
    {
        var given = WithAllocation(50).Accepted(Cost(40), Fiona).Accepted(Charge(10.01m), Fiona);

        var refusal = given.Refused(new AuthoriseCost(Fund, "c1"), Arthur, 422, "exceeds-management-costs", "amount");
        given.Refused(Cost(40, "c2"), Fiona, 422, "exceeds-management-costs", "amount");

        Assert.Equal(
            "40.00 EUR is 0.01 EUR more than management may cost: of 50.00 EUR allocated, 0.00 EUR is paid, 10.01 EUR went to bank charges and 0.00 EUR is reserved, so 39.99 EUR is left.",
            refusal.Detail);
        given.Accepted(Cost(39.99m, "c3"), Fiona).Accepted(new AuthoriseCost(Fund, "c3"), Arthur).Accepted(Pay("c3"), Fiona);
        Assert.Equal((50m, 39.99m, 10.01m, 0m), (Ceiling(given).Allocated, Ceiling(given).Paid, Ceiling(given).BankCharges, Ceiling(given).Open().Amount));
    }

    [Fact]
    public void A_charge_books_above_the_ceiling_and_what_was_authorised_is_not_paid_until_there_is_room()
    {
        var given = WithAllocation(50).Accepted(Cost(40), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur).Accepted(Charge(10), Fiona).Accepted(Charge(0.01m, "b2"), Fiona);
        Assert.Equal((40m, 10.01m, -0.01m), (Ceiling(given).Reserved, Ceiling(given).BankCharges, Ceiling(given).Open().Amount));

        var refusal = given.Refused(Pay(), Fiona, 422, "exceeds-management-costs", "amount");
        Assert.Equal(
            "Since the cost was authorised, 0.01 EUR more was spent than management may cost: of 50.00 EUR allocated, 0.00 EUR is paid, 10.01 EUR went to bank charges and 40.00 EUR is reserved, so -0.01 EUR is left.",
            refusal.Detail);
        given.Accepted(Reverse("b2"), Arthur);

        Assert.Equal((10m, 0m), (Ceiling(given).BankCharges, Ceiling(given).Open().Amount));
        given.Accepted(Pay(), Fiona);
        Assert.Equal((40m, 0m, 0m), (Ceiling(given).Paid, Ceiling(given).Reserved, Ceiling(given).Open().Amount));
    }

    [Fact]
    public void A_charge_books_where_nothing_was_allocated_and_counts_against_what_is_allocated_later()
    {
        var given = AFund(1_000, 500).Accepted(Charge(7), Fiona);
        Assert.Equal((0m, 7m, -7m), (Ceiling(given).Allocated, Ceiling(given).BankCharges, Ceiling(given).Open().Amount));

        given.Service.Follow("contracts", new ManagementCostsAllocated(Fund, "m1", Money.Euros(10), new(2018, 1, 1), "B/2018/1"));

        given.Refused(Cost(3.01m), Fiona, 422, "exceeds-management-costs", "amount");
        given.Accepted(Cost(3), Fiona);
    }

    [Fact]
    public void What_management_may_cost_and_did_is_shown_with_what_the_bank_took()
    {
        var given = WithAllocation(50).Accepted(Cost(20), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur).Accepted(Pay(), Fiona)
            .Accepted(Cost(15, "c2"), Fiona).Accepted(new AuthoriseCost(Fund, "c2"), Arthur).Accepted(Charge(5), Fiona);

        Assert.Equal(
            new(Fund, Money.Euros(50), Money.Euros(15), Money.Euros(20), Money.Euros(5), Money.Euros(10)),
            ManagementCostsView.Of(Ceiling(given)));
    }

    [Fact]
    public void An_allocation_that_nothing_was_spent_of_is_released_whole_and_the_ceiling_falls_at_once()
    {
        var given = WithAllocation(50);
        given.Service.Follow("contracts", new ManagementCostsAllocated(Fund, "m2", Money.Euros(30), new(2018, 2, 1), "B/2018/2"));
        given.Accepted(Cost(25), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur).Accepted(Charge(5), Fiona);

        Assert.Equal([new ManagementCostsReleased(Fund, "m1", Money.Euros(50))], given.Service.Follow("contracts", Reversal(50)));

        Assert.Equal((30m, 0m), (Ceiling(given).Allocated, Ceiling(given).Open().Amount));
        given.Refused(Cost(0.01m, "c2"), Fiona, 422, "exceeds-management-costs", "amount");
        given.Accepted(Pay(), Fiona);
    }

    [Fact]
    public void An_allocation_that_is_spent_or_reserved_is_not_released_and_the_answer_says_how_much_could_be()
    {
        var given = WithAllocation(50).Accepted(Cost(25), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur).Accepted(Charge(5), Fiona);

        var answer = given.Service.Follow("contracts", Reversal(50));

        Assert.Equal(
            [
                new ManagementCostReleaseRefused(
                    Fund, "m1", Money.Euros(50), Money.Euros(20),
                    "50.00 EUR is more than management may still cost: of 50.00 EUR allocated, 0.00 EUR is paid, 5.00 EUR went to bank charges and 25.00 EUR is reserved, so 20.00 EUR is left."),
            ],
            answer);
        Assert.Equal(50m, Ceiling(given).Allocated);
    }

    [Fact]
    public void Where_charges_are_above_the_ceiling_nothing_can_be_released()
    {
        var given = WithAllocation(50).Accepted(Charge(60), Fiona);

        Assert.Equal(Money.Euros(0), Assert.IsType<ManagementCostReleaseRefused>(Assert.Single(given.Service.Follow("contracts", Reversal(50)))).LargestReleasable);
    }
}
