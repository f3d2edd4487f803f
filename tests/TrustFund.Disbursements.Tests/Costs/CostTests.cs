using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Officers;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Costs;

public sealed class CostTests
{
    static RequestCost Cost(decimal amount, string id = "c1") => new(Fund, id, new("Audit Ltd", Money.Euros(amount), "Annual audit", new(2018, 4, 1)));

    static PayCost Pay(string id = "c1", string reference = "COST-1") => new(Fund, id, new(2018, 4, 20), reference);

    static ChargeBank Charge(decimal amount, string id = "b1", string reference = "FEE-1") => new(Fund, id, new(Money.Euros(amount), new(2018, 4, 30), reference));

    static ReverseCost Reverse(string id) => new(Fund, id, new(new(2018, 5, 1), "Booked twice."));

    static Given WithAllocation(decimal cash, decimal allocated)
    {
        var given = AFund(cash, 500);
        given.Service.Follow("contracts", new ManagementCostsAllocated(Fund, "m1", Money.Euros(allocated), new(2018, 1, 1), "B/2018/1"));
        return given;
    }

    static ManagementCosts Ceiling(Given given) => given.Service.Get<ManagementCosts>(Fund);

    [Fact]
    public void A_management_cost_is_requested_by_one_authorised_by_another_and_then_paid_without_a_contract()
    {
        var given = WithAllocation(cash: 100, allocated: 50).Accepted(Cost(40), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur);
        Assert.Equal((40m, 10m, 60m), (Ceiling(given).Reserved, Ceiling(given).Open().Amount, given.Cash.Available().Amount));

        var paid = Assert.IsType<CostPaid>(Assert.Single(given.Service.Accept(Pay(), Fiona)));

        Assert.Equal(("management", "DE 40.00"), (paid.Kind, Text(paid.Attribution)));
        Assert.Equal((0m, 40m), (Ceiling(given).Reserved, Ceiling(given).Paid));
        Assert.Equal((40m, 0m, 60m), (given.Cash.Costs, given.Cash.Reserved, given.Cash.Balance().Amount));
    }

    [Fact]
    public void Management_never_costs_more_than_was_allocated()
    {
        var given = WithAllocation(cash: 100, allocated: 50).Accepted(Cost(30, "c1"), Fiona).Accepted(Cost(30, "c2"), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur);

        var refusal = given.Refused(new AuthoriseCost(Fund, "c2"), Arthur, 422, "exceeds-management-costs", "amount");
        given.Refused(Cost(20.01m, "c3"), Fiona, 422, "exceeds-management-costs", "amount");
        AFund(100, 500).Refused(Cost(0.01m), Fiona, 422, "exceeds-management-costs", "amount");

        Assert.Equal("30.00 EUR is 10.00 EUR more than management may cost: of 50.00 EUR allocated, 0.00 EUR is paid, 0.00 EUR went to bank charges and 30.00 EUR is reserved, so 20.00 EUR is left.", refusal.Detail);
    }

    [Fact]
    public void A_cost_needs_cash_and_a_second_person_within_the_bands()
    {
        var given = WithAllocation(cash: 30, allocated: 50).Accepted(Cost(40), Fiona);

        given.Refused(new AuthoriseCost(Fund, "c1"), Fiona, 403, "four-eyes", null);
        given.Refused(new AuthoriseCost(Fund, "c1"), Arthur, 422, "insufficient-cash", "amount");
        given.Received(10).Accepted(new SetBands(Fund, new(new(2018, 1, 1), [new(Money.Euros(39), []), new(null, ["augusta"])])), "adam");
        given.Refused(new AuthoriseCost(Fund, "c1"), Arthur, 403, "no-authority", null);
        given.Accepted(new AuthoriseCost(Fund, "c1"), "augusta");
    }

    [Fact]
    public void A_rejected_cost_frees_what_was_reserved()
    {
        var given = WithAllocation(cash: 100, allocated: 50).Accepted(Cost(40), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur);

        given.Refused(new RejectCost(Fund, "c1", "No.", MayReject: false), Fiona, 403, "not-your-request", null);
        given.Accepted(new RejectCost(Fund, "c1", "No.", MayReject: true), Arthur);

        Assert.Equal((0m, 50m, 100m), (Ceiling(given).Reserved, Ceiling(given).Open().Amount, given.Cash.Available().Amount));
        given.Refused(Pay(), Fiona, 409, "wrong-state", null);
        given.Accepted(Cost(10, "c2"), Fiona).Accepted(new RejectCost(Fund, "c2", "Mistyped.", MayReject: false), Fiona);
    }

    [Fact]
    public void A_bank_charge_is_a_fact_and_books_below_nothing()
    {
        var given = AFund(5, 500).Verified(1);

        var paid = Assert.IsType<CostPaid>(Assert.Single(given.Service.Accept(Charge(12.50m), Fiona)));

        Assert.Equal(("bank-charge", "DE 5.00; UNATTRIBUTED 7.50"), (paid.Kind, Text(paid.Attribution)));
        Assert.Equal((-7.50m, 12.50m), (given.Cash.Available().Amount, given.Cash.Costs));
        given.Refused(Authorise(), Arthur, 422, "insufficient-cash", "amount");
        given.Refused(Charge(1, "b2", "fee-1"), Fiona, 409, "bank-reference-already-booked", "bankReference");
    }

    [Fact]
    public void A_paid_cost_is_reversed_once_by_somebody_else()
    {
        var given = WithAllocation(cash: 100, allocated: 50).Accepted(Cost(40), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur).Accepted(Pay(), Fiona).Accepted(Charge(5), Fiona);

        given.Refused(Reverse("c1"), Fiona, 403, "four-eyes", null);
        given.Accepted(Reverse("c1"), Arthur).Accepted(Reverse("b1"), Arthur);

        Assert.Equal((0m, 0m, 100m, 0m), (Ceiling(given).Paid, given.Cash.Costs, given.Cash.Available().Amount, given.Sources.Pots[0].Used));
        given.Refused(Reverse("c1"), Arthur, 409, "already-reversed", null);
        given.Accepted(Charge(5, "b2", "COST-1"), Fiona);
    }

    [Fact]
    public void A_bad_request_changes_nothing()
    {
        var given = WithAllocation(cash: 100, allocated: 50);

        given.Refused(Cost(1) with { Fund = "NONE" }, Fiona, 404, "not-found", "fund");
        given.Refused(Cost(0), Fiona, 422, "amount-not-positive", "amount");
        given.Refused(Cost(1) with { Body = Cost(1).Body with { Amount = new(1, Currency.Of("XOF")) } }, Fiona, 422, "wrong-currency", "amount");
        given.Refused(Cost(1) with { Body = Cost(1).Body with { RequestedOn = new(2026, 2, 1) } }, Fiona, 422, "date-in-the-future", "requestedOn");
        given.Refused(Pay("c9"), Fiona, 404, "not-found", "id");
        given.Refused(Charge(0), Fiona, 422, "amount-not-positive", "amount");
        given.Refused(Charge(1) with { Body = Charge(1).Body with { PaidOn = new(2026, 1, 2) } }, Fiona, 422, "date-in-the-future", "paidOn");
    }
}
