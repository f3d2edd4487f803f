using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>
/// What certificates bring and what donors take back: earmarks to their windows, the rest to the fund's pool. What is the pool's or a
/// window's may become negative by it: facts always book.
/// </summary>
static class Certificates
{
    public static IEnumerable<StateKey> Touches(PledgeCertified fact) =>
        [StateKey.Of<Fund>(fact.Fund), .. fact.Earmarks.Select(earmark => Window.Key(fact.Fund, earmark.Window))];

    public static void Apply(States states, PledgeCertified fact, string? trace)
    {
        var fund = states.Get<Fund>(fact.Fund);
        var pooled = fund.Amount(0) + fact.Amount;
        foreach (var earmark in fact.Earmarks)
        {
            pooled -= earmark.Amount;
            states.Change<Window>(Window.KeyOf(fact.Fund, earmark.Window), window => window with
            {
                Earmarked = window.Earmarked + earmark.Amount.Amount,
                CertificateTraces = Traces.Keep(window.CertificateTraces, trace),
            });
        }
        if (pooled.IsZero)
            return;
        states.Put(fund with { Pool = fund.Pool + pooled.Amount, CertificateTraces = Traces.Keep(fund.CertificateTraces, trace) });
    }

    public static IEnumerable<StateKey> Touches(ExchangeDifferenceRealised fact) =>
        [StateKey.Of<Fund>(fact.Fund), .. fact.Earmarked.Select(part => Window.Key(fact.Fund, part.Window))];

    /// <summary>A receipt is worth more or less than its certificate was booked at: what each pot has follows.</summary>
    public static void Apply(States states, ExchangeDifferenceRealised fact)
    {
        foreach (var part in fact.Earmarked)
            Add(states, fact.Fund, part.Window, part.Amount.Amount);
        Add(states, fact.Fund, null, fact.Difference.Amount - fact.Earmarked.Sum(part => part.Amount.Amount));
    }

    public static void Apply(States states, InterestBooked fact)
    {
        if (fact.AddsToAvailability)
            Add(states, fact.Fund, null, fact.Amount.Amount);
    }

    public static void Apply(States states, InterestReversed fact)
    {
        if (fact.AddsToAvailability)
            Add(states, fact.Fund, null, -fact.Amount.Amount);
    }

    /// <summary>A refund that was released here and refused elsewhere: its pot has the amount again.</summary>
    public static void Apply(States states, RefundRejected fact)
    {
        if (fact.Returned.IsPositive)
            Add(states, fact.Fund, fact.Window, fact.Returned.Amount);
    }

    public static void Apply(States states, ResourcesReleased fact) => Add(states, fact.Fund, fact.Window, -fact.Amount.Amount);

    static void Add(States states, string fundCode, string? windowCode, decimal amount)
    {
        if (windowCode is null)
            states.Change<Fund>(fundCode, fund => fund with { Pool = fund.Pool + amount });
        else
            states.Change<Window>(Window.KeyOf(fundCode, windowCode), window => window with { Earmarked = window.Earmarked + amount });
    }
}
