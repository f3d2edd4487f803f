namespace TrustFund.Leverage.Tests;

public class RecordOperationTests
{
    static readonly RecordOperation Both = Eip.Of2017 with { OperationId = "op-both", Name = "Solar park", Instruments = ["BLENDING", "GUARANTEE"] };

    [Fact]
    public void An_operation_backed_by_both_a_grant_and_a_guarantee_counts_once()
    {
        var service = Eip.Published();

        service.Accept(Both);

        var operations = service.Books().Leverage(Basis.Headline).Operations;
        Assert.Equal(1, operations.Count);
        Assert.Equal(Money.Euros(9_600_000_000m), operations.ExpectedMobilised);
        Assert.Equal(Money.Euros(34_400_000_000m), operations.LeftToTarget);
    }

    [Theory]
    [InlineData("Solar park")]
    [InlineData("SOLAR PARK")]
    [InlineData("solar  park")]
    public void An_operation_entered_for_its_grant_is_not_entered_again_for_its_guarantee(string name)
    {
        var service = Eip.Published();
        service.Accept(Both with { Instruments = ["BLENDING"] });

        service.AssertRefused(Both with { OperationId = "again", Name = name, Instruments = ["GUARANTEE"] }, 409, "operation-exists", "name");
    }

    [Fact]
    public void Operations_may_exceed_the_target_and_it_shows()
    {
        var service = Eip.Published();

        service.Accept(Both with { ExpectedMobilised = Money.Euros(44_000_000_000.01m) });

        var operations = service.Books().Leverage(Basis.Headline).Operations;
        Assert.Equal(Money.Euros(0m), operations.LeftToTarget);
        Assert.True(operations.ExceedsTarget);
    }

    [Fact]
    public void Operations_that_reach_the_target_do_not_exceed_it()
    {
        var service = Eip.Published();

        service.Accept(Both with { ExpectedMobilised = Money.Euros(44_000_000_000m) });

        var operations = service.Books().Leverage(Basis.Headline).Operations;
        Assert.Equal((Money.Euros(0m), false), (operations.LeftToTarget, operations.ExceedsTarget));
    }

    [Fact]
    public void Without_a_target_nothing_is_left_of_it()
    {
        var service = Eip.WithInstruments();

        service.Accept(Both);

        var operations = service.Books().Leverage(Basis.Headline).Operations;
        Assert.Null(operations.LeftToTarget);
        Assert.False(operations.ExceedsTarget);
    }

    [Fact]
    public void An_instrument_must_be_one_of_the_funds() =>
        Eip.Published().AssertRefused(Both with { Instruments = ["BLENDING", "LOANS"] }, 422, "unknown-instrument", "instruments[1]");

    [Fact]
    public void An_instrument_is_named_once() =>
        Eip.Published().AssertRefused(Both with { Instruments = ["BLENDING", "GUARANTEE", "BLENDING"] }, 422, "instrument-repeated", "instruments[2]");

    [Fact]
    public void Something_backs_an_operation() =>
        Eip.Published().AssertRefused(Both with { Instruments = [] }, 422, "no-instrument", "instruments");

    [Fact]
    public void An_operation_is_not_older_than_what_backs_it() =>
        Eip.Published().AssertRefused(Both with { RecordedFor = Eip.Established.AddDays(-1) }, 422, "date-out-of-order", "recordedFor");

    [Fact]
    public void An_operation_of_the_future_is_refused() =>
        Eip.Published().AssertRefused(Both with { RecordedFor = new(2030, 1, 1) }, 422, "date-in-the-future", "recordedFor");

    [Theory]
    [InlineData(0)]
    [InlineData(-0.01)]
    public void What_it_mobilises_is_above_zero(decimal amount) =>
        Eip.Published().AssertRefused(Both with { ExpectedMobilised = Money.Euros(amount) }, 422, "not-positive", "expectedMobilised");

    [Fact]
    public void What_it_mobilises_is_in_the_currency_of_the_books() =>
        Eip.Published().AssertRefused(Both with { ExpectedMobilised = new(1m, Currency.Of("XOF")) }, 422, "wrong-currency", "expectedMobilised");

    [Fact]
    public void A_sum_that_the_books_cannot_hold_is_refused()
    {
        var service = Eip.Published();
        service.Accept(Both with { ExpectedMobilised = Money.Euros(999_999_999_999_999.99m) });

        service.AssertRefused(Both with { OperationId = "more", Name = "More", ExpectedMobilised = Money.Euros(0.01m) }, 422, "beyond-limit", "expectedMobilised");
    }

    [Fact]
    public void An_operation_needs_its_fund() =>
        Eip.Published().AssertRefused(Both with { Fund = "NOWHERE" }, 404, "not-found", "fund");
}
