using TrustFund.Events.Audit.V1;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Certificates;

public sealed class CallInstalmentTests
{
    readonly Given given = new();

    CallInstalment Call(string pledge, int days, decimal? amount = null) => new(
        Given.Fund, pledge, given.Pledge(pledge).Certificates[0], Given.Day.AddDays(days), amount is { } part ? Given.Euros(part) : null, Given.Day, "DN-1");

    ReverseInstalmentCall Reverse(string pledge, int days) => new(
        Given.Fund, pledge, given.Pledge(pledge).Certificates[0], Given.Day.AddDays(days), Given.Day.AddDays(2), "It was not due yet.");

    string Scheduled(params (int Days, decimal Amount)[] instalments)
    {
        var pledge = given.Pledged(instalments.Sum(instalment => instalment.Amount));
        given.Service.Accept(given.Certify(pledge, instalments.Sum(instalment => instalment.Amount)) with { Instalments = Given.Instalments(instalments) });
        return pledge;
    }

    InstalmentState[] States(string pledge, int daysLater) =>
        [.. CertificateView.Of(given.Pledge(pledge), [given.Service.Get<Certificate>(given.Pledge(pledge).Certificates[0])], Given.Day.AddDays(daysLater))[0].Instalments.Select(i => i.State)];

    ReducePledge ReduceInstalment(string pledge, int days, decimal amount, string request = "reduction-1") =>
        Given.Reduce(pledge, amount, ReductionSource.Certified, request: request) with
        {
            CertificateId = given.Pledge(pledge).Certificates[0],
            DueOn = Given.Day.AddDays(days),
        };

    [Fact]
    public void An_instalment_is_due_called_partly_received_overdue_and_received()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        Assert.Equal([InstalmentState.Due, InstalmentState.Due], States(pledge, 0));
        Assert.Equal(Given.Euros(40), Assert.IsType<InstalmentCalled>(Assert.Single(given.Service.Accept(Call(pledge, 30)))).Amount);
        Assert.Equal([InstalmentState.Called, InstalmentState.Due], States(pledge, 30));
        given.Service.Accept(given.Receive(pledge, 10));
        Assert.Equal([InstalmentState.PartlyReceived, InstalmentState.Due], States(pledge, 30));
        Assert.Equal([InstalmentState.Overdue, InstalmentState.Due], States(pledge, 31));
        Assert.Equal([InstalmentState.Overdue, InstalmentState.Overdue], States(pledge, 61));
        given.Service.Accept(given.Receive(pledge, 30));
        Assert.Equal([InstalmentState.Received, InstalmentState.Overdue], States(pledge, 61));
    }

    [Fact]
    public void A_call_stays_within_its_instalment()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        Check.Refuses(given, Call(pledge, 31), 422, "unknown-instalment", "dueOn", "2017-07-02");
        Check.Refuses(given, Call(pledge, 30, 40.01m), 422, "exceeds-instalment", "amount", "40.00 EUR");
        given.Service.Accept(Call(pledge, 30, 25));
        Check.Refuses(given, Call(pledge, 30, 15.01m), 422, "exceeds-instalment", "amount");
        given.Service.Accept(Call(pledge, 30));
        Check.Refuses(given, Call(pledge, 30), 409, "already-called", "dueOn");
        Check.Refuses(given, Call(pledge, 60) with { CertificateId = "nobody" }, 404, "not-found", null);
        Check.Refuses(given, Call(pledge, 60) with { CalledOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "calledOn");
    }

    [Fact]
    public void A_call_is_taken_back_whole_and_the_instalment_called_anew()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        given.Service.Accept(Call(pledge, 30, 25));
        given.Service.Accept(Call(pledge, 30, 10) with { CalledOn = Given.Day.AddDays(1) });
        given.Service.Accept(Call(pledge, 60));

        var reversed = Assert.IsType<InstalmentCallReversed>(Assert.Single(given.Service.Accept(Reverse(pledge, 30))));

        var certificate = given.Pledge(pledge).Certificates[0];
        Assert.Equal(new(Given.Fund, pledge, certificate, "DE", Given.Day.AddDays(30), Given.Euros(35), Given.Day.AddDays(2), "It was not due yet."), reversed);
        Assert.Equal(
            [(0m, null, Given.Day.AddDays(2)), (60m, Given.Day, null)],
            given.Service.Get<Certificate>(certificate).Instalments.Select(instalment => (instalment.Called, instalment.CalledOn, instalment.CallReversedOn)));
        Assert.Equal([InstalmentState.Due, InstalmentState.Called], States(pledge, 0));
        var call = Call(pledge, 30) with { CalledOn = Given.Day.AddDays(3) };
        Assert.Equal(Given.Euros(40), Assert.IsType<InstalmentCalled>(Assert.Single(given.Service.Accept(call))).Amount);
        Assert.Equal((40m, null), (given.Service.Get<Certificate>(certificate).Instalments[0].Called, given.Service.Get<Certificate>(certificate).Instalments[0].CallReversedOn));
        given.Service.Accept(Reverse(pledge, 30) with { ReversedOn = Given.Day.AddDays(3) });
    }

    [Fact]
    public void What_was_not_called_or_is_taken_back_already_is_not_taken_back()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        Check.Refuses(given, Reverse(pledge, 30), 409, "not-called", "dueOn");
        Check.Refuses(given, Reverse(pledge, 31), 422, "unknown-instalment", "dueOn", "2017-07-02");
        given.Service.Accept(Call(pledge, 30));
        Check.Refuses(given, Reverse(pledge, 30) with { Fund = "EIP" }, 404, "not-found", null);
        Check.Refuses(given, Reverse(pledge, 30) with { CertificateId = "nobody" }, 404, "not-found", null);
        Check.Refuses(given, Reverse(pledge, 30) with { ReversedOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "reversedOn");
        Check.Refuses(given, Reverse(pledge, 30) with { ReversedOn = new(2031, 1, 1) }, 422, "date-in-the-future", "reversedOn");
        given.Service.Accept(Reverse(pledge, 30));
        Check.Refuses(given, Reverse(pledge, 30), 409, "already-reversed", "dueOn", "2017-06-03");
        Check.Refuses(given, Reverse(pledge, 60), 409, "not-called", "dueOn");
    }

    [Fact]
    public void A_call_in_crowns_is_taken_back_in_both_currencies()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 1_000, rate: 8);
        given.Service.Accept(Call(pledge, 0) with { Amount = Given.Crowns(400) });

        var reversed = Assert.IsType<InstalmentCallReversed>(Assert.Single(given.Service.Accept(Reverse(pledge, 0))));

        Assert.Equal((Given.Euros(50), Given.Crowns(400)), (reversed.Amount, reversed.Original));
    }

    [Fact]
    public void A_closed_period_refuses_to_take_a_call_back()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        given.Service.Accept(Call(pledge, 30));
        given.Service.Follow("audit", new PeriodCloseRequested(Given.Fund, "close-1", Given.Day.AddDays(2), null));

        Check.Refuses(given, Reverse(pledge, 30), 409, "period-closed", "bookedOn");

        Assert.Null(given.Refused(Reverse(pledge, 30) with { ReversedOn = Given.Day.AddDays(3) }));
    }

    [Fact]
    public void One_instalment_is_partly_cancelled()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        given.Service.Accept(given.Receive(pledge, 10));
        var requested = Assert.IsType<ReductionRequested>(Assert.Single(given.Service.Accept(ReduceInstalment(pledge, 30, 25))));
        Assert.Equal((given.Pledge(pledge).Certificates[0], Given.Day.AddDays(30)), (requested.CertificateId, requested.DueOn));

        given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "reduction-1", pledge, Given.Euros(25), null));

        var view = CertificateView.Of(given.Pledge(pledge), [given.Service.Get<Certificate>(given.Pledge(pledge).Certificates[0])])[0];
        Assert.Equal(
            [(40m, 25m, 10m, 5m), (60m, 0m, 0m, 60m)],
            view.Instalments.Select(i => (i.Amount.Amount, i.Cancelled.Amount, i.Received.Amount, i.Outstanding.Amount)));
        Assert.Equal(75m, given.Totals.Certified);
    }

    [Fact]
    public void A_request_for_one_instalment_keeps_others_from_taking_it()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        given.Service.Accept(ReduceInstalment(pledge, 60, 50));
        given.Service.Accept(Given.Reduce(pledge, 30, ReductionSource.Certified, request: "other"));
        given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "other", pledge, Given.Euros(30), null));
        Assert.Equal([20m, 10m], given.Service.Get<Certificate>(given.Pledge(pledge).Certificates[0]).Instalments.Select(i => i.Cancelled));

        given.Service.Follow("contracts", new ReleaseRefused(Given.Fund, "reduction-1", pledge, Given.Euros(50), null, Given.Euros(0), "It is approved."));

        Assert.All(given.Service.Get<Certificate>(given.Pledge(pledge).Certificates[0]).Instalments, i => Assert.Equal(0m, i.Reserved));
    }

    [Fact]
    public void A_reduction_names_an_instalment_whole_and_stays_within_it()
    {
        var pledge = Scheduled((30, 40), (60, 60));
        given.Service.Accept(given.Receive(pledge, 30));
        Check.Refuses(given, ReduceInstalment(pledge, 30, 10.01m), 422, "exceeds-instalment", "amount", "10.00 EUR");
        Check.Refuses(given, ReduceInstalment(pledge, 31, 1), 422, "unknown-instalment", "dueOn");
        Check.Refuses(given, ReduceInstalment(pledge, 30, 1) with { DueOn = null }, 422, "instalment-incomplete", "dueOn");
        Check.Refuses(given, ReduceInstalment(pledge, 30, 1) with { CertificateId = "nobody" }, 422, "unknown-certificate", "certificate");
        Check.Refuses(given, ReduceInstalment(pledge, 30, 0) with { From = ReductionSource.Uncertified }, 422, "not-positive", "amount");
    }
}
