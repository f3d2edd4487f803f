using TrustFund.Events.Leverage.V1;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>What the facts of Leverage change.</summary>
static class LeveragePostings
{
    public static IEnumerable<Posting> For(IFundEvent fact) => fact switch
    {
        OperationRecorded e => [new(Expected, e.Fund, e.ExpectedMobilised.Amount)],
        OperationSigned e => [new(Signed, e.Fund, e.Investment.Amount)],
        OperationDisbursed e => [new(Disbursed, e.Fund, e.Investment.Amount)],
        OperationCancelled e => [new(Expected, e.Fund, -e.ExpectedReleased.Amount), new(Signed, e.Fund, -e.SignedReleased.Amount)],
        OperationEntryReversed e => [
            new(Expected, e.Fund, e.ExpectedChange.Amount), new(Signed, e.Fund, e.SignedChange.Amount), new(Disbursed, e.Fund, e.DisbursedChange.Amount)],
        _ => [],
    };
}
