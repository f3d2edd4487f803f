using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage.Tests;

public class CancelOperationTests
{
    [Fact]
    public void A_cancelled_expectation_is_expected_no_more()
    {
        var service = Solar.After(Solar.Expected, Solar.Cancelled);

        Assert.Equal(Solar.Millions(0, 0, 0), service.Three());
        var operations = service.Books().Leverage(Basis.Headline).Operations;
        Assert.Equal((0, Money.Euros(44_000_000_000m)), (operations.Count, operations.LeftToTarget));
    }

    [Fact]
    public void A_cancelled_signature_releases_its_instruments()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.Cancelled);

        Assert.Equal(Solar.Millions(0, 0, 0), service.Three());
        Assert.All(service.Books().InstrumentViews(), instrument => Assert.Equal(instrument.Face, instrument.Free));
    }

    [Fact]
    public void What_was_disbursed_remains()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart);

        var cancelled = Assert.IsType<OperationCancelled>(Assert.Single(service.Accept(Solar.Cancelled)));

        Assert.Equal((Money.Euros(600_000_000m), Money.Euros(500_000_000m)), (cancelled.ExpectedReleased, cancelled.SignedReleased));
        Assert.Equal(Solar.Millions(400, 400, 400), service.Three());
        Assert.Equal([50_000_000m, 100_000_000m], service.Books().InstrumentViews().Select(instrument => instrument.SignedAmount.Amount));
        Assert.Equal(1, service.Books().Leverage(Basis.Headline).Operations.Count);
    }

    [Fact]
    public void Where_more_was_disbursed_than_expected_the_expectation_stays()
    {
        var service = Solar.After(Solar.Expected with { ExpectedMobilised = Money.Euros(300_000_000m), Amounts = null, Financiers = null }, Solar.Signed, Solar.FirstPart);

        var cancelled = Assert.IsType<OperationCancelled>(Assert.Single(service.Accept(Solar.Cancelled)));

        Assert.Equal(Money.Euros(0m), cancelled.ExpectedReleased);
        Assert.Equal(Solar.Millions(300, 400, 400), service.Three());
    }

    [Fact]
    public void After_it_nothing_is_signed_disbursed_or_cancelled()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.Cancelled);

        service.AssertRefused(Solar.Signed with { SignatureId = "again" }, 409, "operation-cancelled", "operation");
        service.AssertRefused(Solar.FirstPart, 409, "operation-cancelled", "operation");
        service.AssertRefused(Solar.Cancelled with { CancellationId = "again" }, 409, "operation-cancelled", "operation");
    }

    [Fact]
    public void It_is_not_older_than_what_happened() => Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart).AssertRefused(
        Solar.Cancelled with { CancelledOn = new(2018, 5, 31) }, 422, "date-out-of-order", "cancelledOn");
}
