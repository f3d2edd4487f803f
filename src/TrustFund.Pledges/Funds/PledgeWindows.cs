using TrustFund.Journal;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Funds;

/// <summary>The windows that a pledge in another currency is earmarked to: an exchange difference falls to them, too.</summary>
static class PledgeWindows
{
    public static IEnumerable<StateKey> Touches(States states, string pledgeId) =>
        Pledge.Held(states, pledgeId, out var pledge) && pledge.Foreign is not null
            ? pledge.Earmarks.Select(earmark => StateKey.Of<Window>(Window.IdOf(pledge.Fund, earmark.Window)))
            : [];
}
