namespace TrustFund.Events.Contracts.V1;

/// <summary>The Operational Committee approved an action out of its windows' resources.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="Title">Its title.</param>
/// <param name="Amount">What was approved, above zero.</param>
/// <param name="Split">The windows it is paid from, adding up to the amount; more than one for a cross-window action.</param>
/// <param name="CrossWindow">Whether its contracts and payments are reported in the cross-window row.</param>
/// <param name="ApprovedOn">Date of the approval.</param>
/// <param name="Note">What is assumed about it, or where it was published.</param>
/// <param name="Reference">The fund's own reference of it, unique among its actions.</param>
/// <param name="CoFinancingCeiling">What its contracts may have of co-financing, in the fund's currency; none may have any when null.</param>
/// <param name="Theme">What it is for, such as `Migration management`.</param>
/// <param name="Programmes">How many programmes it adopted together; null for one. Their split is not invented.</param>
/// <param name="Qualifier">How the amount was published: `over` when it is a lower bound; exact when null.</param>
public sealed record ActionApproved(
    string Fund,
    string ActionId,
    string Title,
    Money Amount,
    IReadOnlyList<WindowAmount> Split,
    bool CrossWindow,
    DateOnly ApprovedOn,
    string? Note,
    string? Reference = null,
    Money? CoFinancingCeiling = null,
    string? Theme = null,
    int? Programmes = null,
    Qualifier? Qualifier = null) : IFundEvent
{
    string IFundEvent.Subject => ActionId;

    DateOnly? IFundEvent.ValueDate => ApprovedOn;
}
