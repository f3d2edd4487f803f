using TrustFund.Events;

namespace TrustFund.Contracts.Actions;

/// <summary>An action, with what is left of it at each stage.</summary>
/// <param name="Id">Id of the action.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reference">The fund's own reference of it.</param>
/// <param name="Window">Its window; null for a cross-window action.</param>
/// <param name="CrossWindow">Whether it spans windows.</param>
/// <param name="Split">What is approved out of each window, adding up to what is approved.</param>
/// <param name="ApprovedOn">Date of the approval.</param>
/// <param name="Note">What is assumed about it, or where it was published.</param>
/// <param name="OriginallyApproved">What was approved at first.</param>
/// <param name="Qualifier">How the amount was published: <c>over</c> for a lower bound.</param>
/// <param name="Programmes">How many programmes it adopted together; null for one.</param>
/// <param name="Theme">What it is for.</param>
/// <param name="Approved">What is approved: the original with its riders, less what returned to the fund after the contracting deadline.</param>
/// <param name="Contracted">Contracts under it, net of decommitments.</param>
/// <param name="Rac">Approved and not yet contracted; negative when imported contracts exceed it.</param>
/// <param name="Decommitted">Decommitted from its contracts.</param>
/// <param name="Paid">Paid under its contracts, net of recoveries.</param>
/// <param name="Ral">Contracted and not yet paid.</param>
/// <param name="CoFinancingCeiling">What its contracts may have of co-financing; none may have any when null.</param>
/// <param name="CoFinanced">What others pay towards its contracts: in no other figure here.</param>
/// <param name="ClosedOn">When it was closed after the contracting deadline; null while it is open.</param>
sealed record ActionView(
    string Id,
    string Fund,
    string Title,
    string? Reference,
    string? Window,
    bool CrossWindow,
    IReadOnlyList<WindowAmount> Split,
    DateOnly ApprovedOn,
    string? Note,
    Money OriginallyApproved,
    Qualifier Qualifier,
    int? Programmes,
    string? Theme,
    Money Approved,
    Money Contracted,
    Money Rac,
    Money Decommitted,
    Money Paid,
    Money Ral,
    Money? CoFinancingCeiling,
    Money CoFinanced,
    DateOnly? ClosedOn)
{
    public static ActionView Of(FundAction action, decimal paid) => new(
        action.Id,
        action.Fund,
        action.Title,
        action.Reference,
        action.WindowCode,
        action.IsCrossWindow(),
        [.. action.Split.Select(part => new WindowAmount(part.Window, action.Amount(part.Amount)))],
        action.ApprovedOn,
        action.Note,
        action.Amount(action.Original),
        action.Qualifier ?? Qualifier.Exact,
        action.Programmes,
        action.Theme,
        action.Amount(action.Approved),
        action.Amount(action.Contracted),
        action.Remaining(),
        action.Amount(action.Decommitted),
        action.Amount(paid),
        action.Amount(action.Contracted - paid),
        action.CoFinancingCeiling is { } ceiling ? action.Amount(ceiling) : null,
        action.Amount(action.CoFinanced),
        action.ClosedOn);
}
