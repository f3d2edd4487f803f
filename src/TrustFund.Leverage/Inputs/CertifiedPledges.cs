using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>How the input follows certificates and reductions: earmarked money counts in its window and in the fund, the rest in the fund alone.</summary>
static class CertifiedPledges
{
    public static IEnumerable<StateKey> Touches(PledgeCertified certified) =>
    [
        StateKey.Of<FundInput>(certified.Fund),
        .. certified.Earmarks.Select(earmark => StateKey.Of<WindowInput>(WindowInput.IdOf(certified.Fund, earmark.Window))),
    ];

    public static IEnumerable<StateKey> Touches(ReductionCompleted reduced) => reduced.Window is null
        ? [StateKey.Of<FundInput>(reduced.Fund)]
        : [StateKey.Of<FundInput>(reduced.Fund), StateKey.Of<WindowInput>(WindowInput.IdOf(reduced.Fund, reduced.Window))];

    public static void Apply(States states, PledgeCertified certified)
    {
        states.Change<FundInput>(certified.Fund, fund => fund.With(certified.Amount));
        foreach (var earmark in certified.Earmarks)
            states.Change<WindowInput>(WindowInput.IdOf(certified.Fund, earmark.Window), window => window.With(earmark.Amount));
    }

    public static void Apply(States states, ReductionCompleted reduced)
    {
        states.Change<FundInput>(reduced.Fund, fund => fund.With(-reduced.Amount));
        if (reduced.Window is not null)
            states.Change<WindowInput>(WindowInput.IdOf(reduced.Fund, reduced.Window), window => window.With(-reduced.Amount));
    }
}
