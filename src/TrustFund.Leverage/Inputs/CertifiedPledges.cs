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

    public static void Apply(States states, Recorded recorded, PledgeCertified certified) =>
        InputEntry.Book(states, recorded, certified.Amount, certified.Earmarks.Select(earmark => (earmark.Window, earmark.Amount)));

    public static void Apply(States states, Recorded recorded, ReductionCompleted reduced) =>
        InputEntry.Book(states, recorded, -reduced.Amount, reduced.Window is null ? [] : [(reduced.Window, -reduced.Amount)]);
}
