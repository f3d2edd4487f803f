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
public sealed record ActionApproved(
    string Fund,
    string ActionId,
    string Title,
    Money Amount,
    IReadOnlyList<WindowAmount> Split,
    bool CrossWindow,
    DateOnly ApprovedOn,
    string? Note,
    string? Reference = null) : IFundEvent
{
    string IFundEvent.Subject => ActionId;

    DateOnly? IFundEvent.ValueDate => ApprovedOn;
}
