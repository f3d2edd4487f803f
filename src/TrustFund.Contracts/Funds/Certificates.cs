using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>What certificates bring and what donors take back: earmarks to their windows, the rest to the fund's pool.</summary>
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

    public static void Apply(States states, ResourcesReleased fact)
    {
        if (fact.Window is null)
            states.Change<Fund>(fact.Fund, fund => fund with { Pool = fund.Pool - fact.Amount.Amount });
        else
            states.Change<Window>(Window.KeyOf(fact.Fund, fact.Window), window => window with { Earmarked = window.Earmarked - fact.Amount.Amount });
    }
}
