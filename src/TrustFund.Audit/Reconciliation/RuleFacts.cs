using TrustFund.Audit.Dimensions;

namespace TrustFund.Audit.Reconciliation;

/// <summary>What the rules ask besides sums.</summary>
/// <param name="Pledges">The fund's pledges.</param>
/// <param name="Actions">Its actions.</param>
/// <param name="Contracts">Its contracts.</param>
/// <param name="Deadlines">Its deadlines.</param>
/// <param name="LatePayments">Its payments; those before every payment deadline may be left out.</param>
sealed record RuleFacts(
    IReadOnlyList<PledgeFacts> Pledges,
    IReadOnlyList<ActionFacts> Actions,
    IReadOnlyList<ContractFacts> Contracts,
    IReadOnlyList<DeadlineFacts> Deadlines,
    IReadOnlyList<PaymentFacts> LatePayments);
