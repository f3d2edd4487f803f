using TrustFund.Audit.Periods;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Decommitments;
using TrustFund.Disbursements.Payments;
using TrustFund.Events.Contracts.V1;
using TrustFund.Pledges.Receipts;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>A backdated entry meets a closed period: whichever service is asked, and whoever asks.</summary>
public sealed class PeriodTests
{
    static readonly DateOnly Through = new(2018, 12, 31);
    static readonly DateOnly Open = new(2019, 1, 1);
    static readonly DateOnly Backdated = new(2018, 6, 1);

    readonly Given given = new();

    [Fact]
    public void A_backdated_entry_is_refused_and_booked_on_the_first_open_day_when_asked_for()
    {
        Close();
        given.Simulation.Settle();

        var refusal = Receive(30, null);
        Assert.Equal(("period-closed", "bookedOn"), (refusal?.Code, refusal?.Field));
        Assert.Equal(120m, given.Pledge.Received);
        Assert.Null(Receive(30, Open));

        var receipt = given.Pledges.Service.Journal[^1];
        Assert.Equal((Backdated, Open), (receipt.Event.ValueDate, receipt.BookedOn));
        given.Simulation.Settle();
    }

    [Fact]
    public void A_reversal_into_it_is_refused_as_well()
    {
        Close();
        given.Simulation.Settle();
        var reversal = new ReverseReceipt(BegunFund.Code, BegunFund.PledgeId, "bank begun-receipt-0", "reversal", Backdated, "The bank took it back.", null);

        Assert.Equal("period-closed", given.Simulation.Ask(given.Pledges, reversal)?.Code);
        Assert.Null(given.Simulation.Ask(given.Pledges, reversal, bookedOn: Open));
        given.Simulation.Settle();
    }

    [Fact]
    public void Each_service_closes_when_it_hears_and_the_period_waits_for_the_last_of_them()
    {
        given.World.Leverage.Stop();
        Close();
        given.Simulation.Hear(given.Pledges, given.World.Audit);
        given.Simulation.Hear(given.World.Audit, given.Pledges);

        Assert.Equal("period-closed", Receive(30, null)?.Code);
        // Disbursements has not heard of it yet.
        given.Simulation.Do(given.Disbursements, new RequestPayment(
            BegunFund.Code, BegunFund.ContractId, "payment", new(PaymentKind.Interim, Money.Euros(10), "INV-1", Backdated)), Given.Initiator);
        Assert.Equal(PeriodState.Pending, Period.Standing);
        Assert.Equal("period-pending", given.Simulation.Ask(given.World.Audit, new ClosePeriod(BegunFund.Code, "period-2", new(2019, 1, 31), null))?.Code);
        given.Simulation.Settle();

        Assert.Equal(PeriodState.Closed, Period.Standing);
        Assert.Equal(Followings.Services.Order(StringComparer.Ordinal), Period.Sequences.Select(sequence => sequence.Source).Order(StringComparer.Ordinal));
        Assert.Equal("already-closed", given.Simulation.Ask(given.World.Audit, new ClosePeriod(BegunFund.Code, "period-3", Through, null))?.Code);
    }

    [Fact]
    public void An_answer_to_another_service_books_on_the_first_open_day()
    {
        var request = given.AskForDecommitment(50, Backdated);
        Close();
        given.Simulation.Hear(given.Contracts, given.World.Audit);

        given.Simulation.Settle();

        var decommitted = given.Contracts.Service.Journal.Single(recorded => recorded.Event is ContractDecommitted);
        Assert.Equal(DecommitmentState.Completed, given.Decommitment(request).State);
        Assert.Equal((Backdated, Open), (decommitted.Event.ValueDate, decommitted.BookedOn));
    }

    [Fact]
    public void A_deadline_that_passed_in_it_closes_actions_on_the_first_open_day()
    {
        given.Simulation.Do(given.Contracts, new SetDeadline(BegunFund.Code, DeadlineKind.Contracting, new(2018, 10, 31), new(2018, 9, 1), "BOARD/2018/5"), Given.Authoriser);
        Close();
        given.Simulation.Settle();

        given.Simulation.Do(given.Contracts, new PassDeadline(BegunFund.Code, DeadlineKind.Contracting), "contracts");
        given.Simulation.Do(given.Contracts, new CloseAction(BegunFund.Code, BegunFund.ActionId), "contracts");

        Assert.All(given.Contracts.Service.Journal.Where(recorded => recorded.Event is DeadlinePassed or ActionClosed), recorded => Assert.Equal(Open, recorded.BookedOn));
        given.Simulation.Settle();
    }

    [Fact]
    public void Another_funds_books_stay_open()
    {
        given.Simulation.Do(given.Pledges, FundOfPlay.Of("RESETTLEMENT").Establish());
        Close();
        given.Simulation.Settle();

        Assert.Null(given.Simulation.Ask(given.Pledges, new TrustFund.Pledges.Pledges.AnnouncePledge(
            "RESETTLEMENT", "other", "DE", new(10, Currency.Of("TND")), Backdated, null, null)));
    }

    Period Period => given.World.Audit.Service.Get<Period>("period-1");

    void Close() => given.Simulation.Do(given.World.Audit, new ClosePeriod(BegunFund.Code, "period-1", Through, null));

    Refusal? Receive(decimal amount, DateOnly? bookedOn) => given.Simulation.Ask(given.Pledges, new RecordReceipt(
        BegunFund.Code, BegunFund.PledgeId, given.NextId("receipt"), Money.Euros(amount), Backdated, given.NextId("bank")), bookedOn: bookedOn);
}
