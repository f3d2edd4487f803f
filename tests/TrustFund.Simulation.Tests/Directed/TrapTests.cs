using TrustFund.Audit.Dimensions;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Disbursements.Payments;
using TrustFund.Events.Leverage.V1;
using TrustFund.Leverage;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reductions;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>The traps an expert would set, where more than one service could fall into them.</summary>
public sealed class TrapTests
{
    static readonly DateOnly Day = new(2019, 2, 1);

    readonly Given given = new();

    [Fact]
    public void A_promise_of_408_6_million_is_no_cash_and_nothing_to_approve()
    {
        given.Simulation.Do(given.Pledges, new AnnouncePledge(
            BegunFund.Code, "headline", "DE", Money.Euros(408_600_000), DonorsDesk.AnnouncedOn, null, null));

        given.Simulation.Settle();

        Assert.Equal((120m, 600m, 40m), (given.Cash.Received, given.Fund.Pool, given.Window.Available().Amount));
        Assert.Equal("insufficient-availability", given.Approve(40.01m)?.Code);
        Assert.Equal("insufficient-cash", given.Authorise(given.Verified(120.01m))?.Code);
    }

    [Fact]
    public void What_is_certified_can_be_approved_and_not_yet_paid()
    {
        given.Certify(200);
        given.Simulation.Settle();

        Assert.Equal((120m, 800m), (given.Cash.Received, given.Fund.Pool));
        Assert.Equal("insufficient-cash", given.Authorise(given.Verified(120.01m))?.Code);
    }

    [Fact]
    public void Co_financing_stays_outside_the_funds_resources()
    {
        given.Simulation.Do(given.Contracts, new ApproveAction(
            BegunFund.Code, "shared", "Shared", Money.Euros(40), [new("HOA", Money.Euros(40))], false, BegunFund.DecidedOn, null, null, Money.Euros(1_000)));
        given.Simulation.Do(given.Contracts, new SignContract(
            BegunFund.Code, "shared", "shared-contract", "IOM", "Shared", Money.Euros(40), BegunFund.SignedOn, null, [new("AFD", Money.Euros(1_000))]));
        given.Simulation.Settle();

        Assert.Equal((0m, 340m), (given.Window.Available().Amount, given.Fund.Contracted));
        Assert.Equal(40m, given.Disbursements.Service.Get<PayableContract>("shared-contract").Ceiling);
        var beyond = given.Simulation.Ask(given.Disbursements, new RequestPayment(
            BegunFund.Code, "shared-contract", "payment", new(PaymentKind.Interim, Money.Euros(40.01m), "INV-1", Day)), Given.Initiator);
        Assert.Equal("exceeds-contract", beyond?.Code);
    }

    [Fact]
    public void Windows_add_up_to_the_total_only_with_the_cross_window_row()
    {
        var play = Read();

        Assert.Equal((380m, 300m), (play.Total.Approved.Amount, play.Total.Contracted.Amount));
        // Approved of cross-window actions lies inside the windows, contracted does not.
        Assert.Equal((380m, 150m), (play.Windows.Sum(window => window.Approved.Amount), play.Windows.Sum(window => window.Contracted.Amount)));
        Assert.Equal((180m, 150m), (play.CrossWindow.ApprovedInsideWindows.Amount, play.CrossWindow.Contracted.Amount));
    }

    [Fact]
    public void The_approved_total_may_fall_and_what_it_frees_can_be_approved_again()
    {
        Assert.Null(Ride(-50));
        Assert.Equal("exceeds-uncontracted", Ride(-0.01m)?.Code);

        given.Simulation.Settle();

        Assert.Equal((330m, 90m), (Read().Total.Approved.Amount, given.Window.Available().Amount));
        Assert.Null(given.Approve(90));
    }

    [Fact]
    public void Face_value_provisioning_and_grant_are_three_denominators()
    {
        given.Simulation.Do(given.World.Leverage, new OpenInstrument(BegunFund.Code, "GUARANTEE", "Guarantee", InstrumentKind.Guarantee, "HOA", 50, Day));
        given.Simulation.Do(given.World.Leverage, new OpenInstrument(BegunFund.Code, "BLENDING", "Blending", InstrumentKind.Blending, "NOA", null, Day));
        given.Simulation.Do(given.Pledges, new CertifyPledge(
            BegunFund.Code, BegunFund.PledgeId, "certificate-noa", Money.Euros(80), [new("NOA", Money.Euros(80))], [], Day, "CC-3"));
        given.Simulation.Settle();

        var leverage = given.World.Leverage.Service;
        var books = new FundBooks(
            leverage.Get<FundInput>(BegunFund.Code), [.. leverage.All.OfType<WindowInput>()], [.. leverage.All.OfType<Instrument>()], leverage.Find<Portfolio>(BegunFund.Code), null);
        Assert.Equal((280m, 180m), (books.Leverage(Basis.Headline).Input.Amount, books.Leverage(Basis.Cash).Input.Amount));
    }

    [Fact]
    public void One_operation_of_two_instruments_counts_once_and_what_is_expected_is_not_signed()
    {
        var leverage = given.World.Leverage;
        given.Simulation.Do(leverage, new OpenInstrument(BegunFund.Code, "GUARANTEE", "Guarantee", InstrumentKind.Guarantee, "HOA", 50, Day));
        given.Simulation.Do(leverage, new OpenInstrument(BegunFund.Code, "BLENDING", "Blending", InstrumentKind.Blending, "NOA", null, Day));
        given.Simulation.Do(leverage, new RecordOperation(BegunFund.Code, "operation", "Grid", ["GUARANTEE", "BLENDING"], Money.Euros(1_000), Day, null));
        given.Simulation.Settle();

        decimal Total(Measure measure) => leverage.Service.Find<MobilisedTotal>(MobilisedTotal.IdOf(BegunFund.Code, measure))?.Investment ?? 0;
        Assert.Equal((1, 1_000m, 0m, 0m), (leverage.Service.Get<Portfolio>(BegunFund.Code).Operations, Total(Measure.Expected), Total(Measure.Signed), Total(Measure.Disbursed)));
    }

    [Fact]
    public void One_instalment_is_partly_cancelled_and_the_other_stays_due()
    {
        given.Simulation.Do(given.Pledges, new CertifyPledge(
            BegunFund.Code, BegunFund.PledgeId, "in-two", Money.Euros(100), [], [new(new(2019, 6, 30), Money.Euros(60)), new(new(2020, 6, 30), Money.Euros(40))], Day, "CC-4"));
        var request = given.NextId("reduction");
        given.Simulation.Do(given.Pledges, new ReducePledge(
            BegunFund.Code, BegunFund.PledgeId, request, Money.Euros(25), ReductionSource.Certified, null, Day, "Fewer weeks.", "in-two", new(2019, 6, 30)));

        given.Simulation.Settle();

        var instalments = given.Pledges.Service.Get<Certificate>("in-two").Instalments;
        Assert.Equal((60m, 25m, 40m, 0m), (instalments[0].Amount, instalments[0].Cancelled, instalments[1].Amount, instalments[1].Cancelled));
        Assert.Equal((875m, 675m), (given.Pledge.Certified, given.Fund.Pool));
    }

    [Fact]
    public void The_same_bank_reference_in_another_letter_case_pays_once()
    {
        var (first, second) = (given.Verified(10), given.Verified(10));
        Assert.Null(given.Authorise(first));
        Assert.Null(given.Authorise(second));

        Assert.Null(given.Simulation.Ask(given.Disbursements, new ExecutePayment(BegunFund.Code, first, Day, "Sepa-2019-a")));
        Assert.Equal("bank-reference-already-booked",
            given.Simulation.Ask(given.Disbursements, new ExecutePayment(BegunFund.Code, second, Day, "SEPA-2019-A"))?.Code);
        given.Simulation.Settle();
    }

    [Fact]
    public void A_donor_that_leaves_the_Union_was_a_Member_State_until_that_day()
    {
        given.Simulation.Do(given.Pledges, new RegisterDonor("UK", "United Kingdom", DonorKind.MemberState, "GB"));
        given.Simulation.Do(given.Pledges, new ChangeDonorKind("UK", DonorKind.ThirdDonor, new(2020, 2, 1), "It left the Union."));

        given.Simulation.Settle();

        var kinds = given.World.Audit.Service.Get<DonorFacts>("UK").Kinds;
        Assert.Equal([("member-state", (DateOnly?)null), ("third-donor", new(2020, 2, 1))], kinds.Select(kind => (kind.Kind, kind.From)));
    }

    [Fact]
    public void A_transfer_moves_what_was_allocated_in_one_step_and_never_an_earmark()
    {
        Refusal? Transfer(string from, string to, decimal amount) => given.Simulation.Ask(given.Contracts, new TransferResources(
            BegunFund.Code, given.NextId("transfer"), from, to, Money.Euros(amount), BegunFund.DecidedOn, "BOARD/2018/4"), Given.Authoriser);

        // HOA has 40.00 free, all of it by allocation; NOA has 130.00.
        Assert.Equal("exceeds-transferable", Transfer("HOA", "NOA", 40.01m)?.Code);
        Assert.Null(Transfer("NOA", "HOA", 130));

        Assert.Equal((170m, 350m), (given.Window.Available().Amount, given.Fund.Allocated));
        Assert.Equal("insufficient-availability", given.Approve(0.01m, "NOA")?.Code);
        Assert.Null(given.Approve(170));
        given.Simulation.Settle();
    }

    Refusal? Ride(decimal change) => given.Simulation.Ask(given.Contracts, new ApproveRider(
        BegunFund.Code, BegunFund.ActionId, given.NextId("rider"), Money.Euros(change), null, BegunFund.DecidedOn, given.NextId("rider-reference"), "It changed."), Given.Authoriser);

    FundBalancesView Read()
    {
        var service = given.Contracts.Service;
        var windows = service.All.OfType<SpendingWindow>().Where(window => window.Fund == BegunFund.Code).OrderBy(window => window.Position);
        return FundBalancesView.Of(new(given.Fund, [.. windows.Select(window => new WindowBook(window, 0))], 0));
    }
}
