using TrustFund.Events;
using TrustFund.Events.Leverage.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Leverage.Tests;

/// <summary>The External Investment Plan as published: 2.6 bn of blending and 1.5 bn of guarantee, of which 0.75 bn is provisioned.</summary>
static class Eip
{
    public const string Fund = "EIP";
    public static readonly DateOnly Established = new(2017, 9, 28);

    /// <summary>A fund with two windows and nothing certified.</summary>
    public static MemoryService Empty()
    {
        var service = new MemoryService("leverage", new LeverageEvolution());
        service.Follow("pledges", new FundEstablished(Fund, "External Investment Plan", "EUR", 5m, null, Established, null));
        service.Follow("pledges", new WindowOpened(Fund, "BLENDING", "Blending"));
        service.Follow("pledges", new WindowOpened(Fund, "GUARANTEE", "Guarantee"));
        return service;
    }

    /// <summary>The fund with its pledges certified and both instruments open.</summary>
    public static MemoryService WithInstruments()
    {
        var service = Empty();
        service.Certify(2_600_000_000m, "BLENDING");
        service.Certify(1_500_000_000m, "GUARANTEE");
        service.Accept(Blending);
        service.Accept(Guarantee);
        return service;
    }

    /// <summary>The fund as published, expected to mobilise 44 bn.</summary>
    public static MemoryService Published()
    {
        var service = WithInstruments();
        service.Accept(Target);
        return service;
    }

    public static readonly OpenInstrument Blending =
        new(Fund, "BLENDING", "Blending facilities", InstrumentKind.Blending, "BLENDING", null, Established);

    public static readonly OpenInstrument Guarantee =
        new(Fund, "GUARANTEE", "EFSD guarantee", InstrumentKind.Guarantee, "GUARANTEE", 50m, Established);

    public static readonly SetMobilisationTarget Target =
        new(Fund, Money.Euros(44_000_000_000m), Qualifier.Exact, Established, "Published with the plan");

    public static readonly RecordOperation Of2017 = new(
        Fund, "op-2017", "Blended operations of 2017", ["BLENDING"], Money.Euros(9_600_000_000m), new(2017, 12, 31), null);

    public static Recorded Certify(this MemoryService service, decimal amount, string? window = null, string fund = Fund)
    {
        IReadOnlyList<WindowAmount> earmarks = window is null ? [] : [new(window, Money.Euros(amount))];
        return service.Hear(new PledgeCertified(
            fund, "pledge", "certificate", "EU", Money.Euros(amount), earmarks, [new(Established, Money.Euros(amount))], Established));
    }

    public static Recorded Reduce(this MemoryService service, decimal amount, string? window = null) =>
        service.Hear(new ReductionCompleted(Fund, "request", "pledge", "EU", Money.Euros(amount), window));

    /// <summary>Hears a fact as the next entry of Pledges.</summary>
    public static Recorded Hear(this MemoryService service, IFundEvent fact, DateOnly? bookedOn = null, DateTimeOffset? at = null)
    {
        var sequence = service.All.OfType<InputEntry>().Select(entry => entry.Sequence).DefaultIfEmpty(3).Max() + 1;
        var recorded = new Recorded("pledges", sequence, at ?? service.Now(), "someone", null, fact);
        if (bookedOn is { } day)
            recorded = recorded with { BookedOn = day };
        service.Follow(recorded);
        return recorded;
    }

    /// <summary>When the service last recorded something.</summary>
    public static DateTimeOffset Now(this MemoryService service) =>
        service.Journal.Count > 0 ? service.Journal[^1].At : new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The fund's books as its database would give them.</summary>
    public static FundBooks Books(this MemoryService service) => new(
        service.Get<FundInput>(Fund),
        [.. service.All.OfType<WindowInput>()],
        [.. service.All.OfType<Instrument>().OrderBy(instrument => instrument.Code, StringComparer.Ordinal)],
        service.Find<Portfolio>(Fund),
        service.Find<MobilisationTarget>(Fund),
        [.. service.All.OfType<MobilisedTotal>().Where(total => total.Fund == Fund)]);

    public static void AssertRefused(this MemoryService service, Command command, int status, string code, string field)
    {
        var before = service.Journal.Count;
        var refusal = service.Execute(command);
        Assert.NotNull(refusal);
        Assert.Equal((status, code, field), (refusal.Status, refusal.Code, refusal.Field));
        Assert.Equal(before, service.Journal.Count);
    }
}
