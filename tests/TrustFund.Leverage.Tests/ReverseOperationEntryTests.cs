using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage.Tests;

public class ReverseOperationEntryTests
{
    [Fact]
    public void A_correction_is_a_full_reversal_and_a_new_entry()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed);

        var reversed = Assert.IsType<OperationEntryReversed>(Assert.Single(service.Accept(Solar.Reverse("solar-signature"))));
        Assert.Equal(
            (OperationEntryKind.Signature, Money.Euros(0m), Money.Euros(-900_000_000m), Money.Euros(0m)),
            (reversed.Kind, reversed.ExpectedChange, reversed.SignedChange, reversed.DisbursedChange));
        Assert.Equal(Solar.Millions(1000, 0, 0), service.Three());
        service.Accept(Solar.Signed with { SignatureId = "right", Financiers = [Solar.Financiers[0]] });

        Assert.Equal(Solar.Millions(1000, 400, 0), service.Three());
        Assert.Equal(Solar.Reverse("x").Reason, service.Get<OperationEntry>("solar-signature").ReversalReason);
    }

    [Fact]
    public void An_entry_is_reversed_once()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.Reverse("solar-signature"), Solar.Signed with { SignatureId = "right" });

        service.AssertRefused(Solar.Reverse("solar-signature"), 409, "already-reversed", "entry");
        Assert.Equal(Solar.Millions(1000, 900, 0), service.Three());
    }

    [Fact]
    public void A_reversed_part_can_be_entered_anew()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart, Solar.Reverse("solar-part-1"));

        Assert.Equal(Solar.Millions(1000, 900, 0), service.Three());
        service.AssertRefused(Solar.Reverse("solar-part-1"), 409, "already-reversed", "entry");
        service.Accept(Solar.FirstPart with { DisbursementId = "right", Financiers = [new("EIB", Money.Euros(300_000_000m))] });
        Assert.Equal(Solar.Millions(1000, 900, 350), service.Three());
    }

    [Fact]
    public void A_reversed_record_gives_its_name_back()
    {
        var service = Solar.After(Solar.Expected, Solar.Reverse(Solar.Id));

        Assert.Equal(Solar.Millions(0, 0, 0), service.Three());
        Assert.Equal(0, service.Books().Leverage(Basis.Headline).Operations.Count);
        service.AssertRefused(Solar.Reverse(Solar.Id), 409, "already-reversed", "entry");
        service.AssertRefused(Solar.Signed, 409, "operation-reversed", "operation");
        service.Accept(Solar.Expected with { OperationId = "right", ExpectedMobilised = Money.Euros(950_000_000m) });
        Assert.Equal(Solar.Millions(950, 0, 0), service.Three());
        service.AssertRefused(Solar.Expected with { OperationId = "again" }, 409, "operation-exists", "name");
    }

    [Fact]
    public void A_reversed_cancellation_brings_back_what_it_released()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart, Solar.Cancelled, Solar.Reverse("solar-cancellation"));

        Assert.Equal(Solar.Millions(1000, 900, 400), service.Three());
        Assert.Equal(Money.Euros(100_000_000m), service.Books().InstrumentViews()[0].SignedAmount);
    }

    [Fact]
    public void A_cancellation_is_not_reversed_into_an_instrument_that_others_have_taken()
    {
        var service = Solar.After(Solar.Expected, Solar.Wind, Solar.Signed, Solar.Cancelled);
        service.Accept(Solar.WindSigned with { Amounts = [Solar.Of("BLENDING", 2_600_000_000m)] });

        service.AssertRefused(Solar.Reverse("solar-cancellation"), 422, "instrument-exhausted", "entry");
    }

    [Fact]
    public void What_stands_on_an_entry_is_reversed_first()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart);
        service.AssertRefused(Solar.Reverse(Solar.Id), 409, "already-signed", "entry");
        service.AssertRefused(Solar.Reverse("solar-signature"), 409, "already-disbursed", "entry");

        service.Accept(Solar.Cancelled);

        foreach (var entry in new[] { Solar.Id, "solar-signature", "solar-part-1" })
            service.AssertRefused(Solar.Reverse(entry), 409, "operation-cancelled", "entry");
    }

    [Fact]
    public void Only_an_entry_of_the_operation_is_reversed()
    {
        var service = Solar.After(Solar.Expected, Solar.Wind, Solar.WindSigned);

        service.AssertRefused(Solar.Reverse("wind-signature"), 404, "not-found", "entry");
        service.AssertRefused(Solar.Reverse("nothing"), 404, "not-found", "entry");
    }

    [Fact]
    public void A_reversal_is_not_older_than_its_entry() => Solar.After(Solar.Expected, Solar.Signed).AssertRefused(
        Solar.Reverse("solar-signature") with { ReversedOn = Solar.SignedOn.AddDays(-1) }, 422, "date-out-of-order", "reversedOn");
}
