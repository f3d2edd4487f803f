using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>How the input follows what changes certified pledges later: a rate's difference at receipt, and refunds to donors.</summary>
static class TrueUps
{
    public static IEnumerable<StateKey> Touches(ExchangeDifferenceRealised realised) =>
    [
        StateKey.Of<FundInput>(realised.Fund),
        .. realised.Earmarked.Select(part => StateKey.Of<WindowInput>(WindowInput.IdOf(realised.Fund, part.Window))),
    ];

    public static IEnumerable<StateKey> Touches(RefundCompleted refunded) => refunded.Window is null
        ? [StateKey.Of<FundInput>(refunded.Fund)]
        : [StateKey.Of<FundInput>(refunded.Fund), StateKey.Of<WindowInput>(WindowInput.IdOf(refunded.Fund, refunded.Window))];

    /// <summary>A certificate in another currency is worth what its receipt brought: the difference changes the input, up or down.</summary>
    public static void Apply(States states, Recorded recorded, ExchangeDifferenceRealised realised) =>
        InputEntry.Book(states, recorded, realised.Difference, realised.Earmarked.Select(part => (part.Window, part.Amount)));

    /// <summary>A refund takes back what was certified; what was only held unallocated never was.</summary>
    public static void Apply(States states, Recorded recorded, RefundCompleted refunded) =>
        InputEntry.Book(states, recorded, -refunded.FromAllocated, refunded.Window is null ? [] : [(refunded.Window, -refunded.FromAllocated)]);
}
