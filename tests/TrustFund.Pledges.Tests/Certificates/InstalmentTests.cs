using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Certificates;

public sealed class InstalmentTests
{
    readonly Given given = new();

    IReadOnlyList<CertificateView> Certificates(string pledge) =>
        CertificateView.Of(given.Pledge(pledge), [.. given.Pledge(pledge).Certificates.Select(given.Service.Get<Certificate>)]);

    (DateOnly, decimal, InstalmentState)[] Standing(string pledge) =>
        [.. Certificates(pledge).SelectMany(certificate => certificate.Instalments).Select(i => (i.DueOn, i.Received.Amount, i.State))];

    [Fact]
    public void Money_settles_the_instalment_due_first_whichever_certificate_it_is_of()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 60) with { Instalments = Given.Instalments((10, 30), (200, 30)) });
        given.Service.Accept(given.Certify(pledge, 40) with { Instalments = Given.Instalments((100, 40)) });
        given.Service.Accept(given.Receive(pledge, 45));

        Assert.Equal(
            [
                (Given.Day.AddDays(10), 30m, InstalmentState.Received),
                (Given.Day.AddDays(200), 0m, InstalmentState.Due),
                (Given.Day.AddDays(100), 15m, InstalmentState.PartlyReceived),
            ],
            Standing(pledge));
    }

    [Fact]
    public void Money_above_the_certified_amount_settles_no_instalment()
    {
        var pledge = given.Pledged(100, certified: 40, received: 70);
        var instalment = Assert.Single(Assert.Single(Certificates(pledge)).Instalments);
        Assert.Equal((Given.Euros(40), Given.Euros(0), InstalmentState.Received), (instalment.Received, instalment.Outstanding, instalment.State));
    }

    [Fact]
    public void A_completed_reduction_cancels_the_instalment_due_last()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 100) with { Instalments = Given.Instalments((0, 40), (100, 30), (200, 30)) });
        given.Service.Accept(given.Receive(pledge, 50));
        given.Service.Accept(Given.Reduce(pledge, 45, ReductionSource.Certified));
        given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "reduction-1", pledge, Given.Euros(45), null));

        var certificate = Assert.Single(Certificates(pledge));
        Assert.Equal(Given.Euros(45), certificate.Cancelled);
        Assert.Equal(
            [(0m, 40m, InstalmentState.Received), (15m, 10m, InstalmentState.PartlyReceived), (30m, 0m, InstalmentState.Cancelled)],
            certificate.Instalments.Select(i => (i.Cancelled.Amount, i.Received.Amount, i.State)));
    }

    [Fact]
    public void A_reduction_of_an_earmark_is_taken_from_the_newest_certificate_that_has_it()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 40, ("HOA", 30)));
        given.Service.Accept(given.Certify(pledge, 40, ("HOA", 20)));
        given.Service.Accept(given.Certify(pledge, 20));
        given.Service.Accept(Given.Reduce(pledge, 35, ReductionSource.Certified, "HOA"));
        given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "reduction-1", pledge, Given.Euros(35), "HOA"));

        var certificates = Certificates(pledge);
        Assert.Equal([15m, 20m, 0m], certificates.Select(certificate => certificate.Cancelled.Amount));
        Assert.Equal(15m, Assert.Single(certificates[0].Earmarks).Cancelled.Amount);
        Assert.Equal(15m, given.Pledge(pledge).FreeIn("HOA"));
    }

    [Fact]
    public void A_reduction_that_names_no_instalment_says_which_ones_it_lowers()
    {
        var pledge = given.Pledged(1_000);
        given.Service.Accept(given.Certify(pledge, 600) with { Instalments = Given.Instalments((30, 350), (180, 250)) });
        var newest = given.Certify(pledge, 100);
        given.Service.Accept(newest);
        given.Service.Accept(Given.Reduce(pledge, 130, ReductionSource.Certified));

        var completed = Assert.IsType<ReductionCompleted>(Assert.Single(
            given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "reduction-1", pledge, Given.Euros(130), null))));

        var certificates = Certificates(pledge);
        Assert.Equal(
            [new(newest.CertificateId, certificates[1].Instalments[0].DueOn, Given.Euros(100)), new(certificates[0].Id, certificates[0].Instalments[1].DueOn, Given.Euros(30))],
            completed.Cancelled!);
        Assert.Equal([0m, 30m, 100m], certificates.SelectMany(certificate => certificate.Instalments).Select(instalment => instalment.Cancelled.Amount));
    }

    [Fact]
    public void One_that_names_an_instalment_says_it_and_an_amount_abroad_in_the_funds_currency()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        given.Service.Accept(given.CertifyCrowns(pledge, 900, 10));
        given.Service.Accept(Given.Reduce(pledge, 1, ReductionSource.Certified) with { Amount = Given.Crowns(250) });
        var requested = given.Service.Journal.Select(recorded => recorded.Event).OfType<ReductionRequested>().Single();

        var completed = Assert.IsType<ReductionCompleted>(Assert.Single(
            given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "reduction-1", pledge, requested.Amount, null))));

        Assert.Equal((Given.Euros(25), Given.Euros(25)), (requested.Amount, Assert.Single(completed.Cancelled!).Amount));
    }
}
