using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Funds;

namespace TrustFund.Pledges.InKind;

/// <summary>A donor's promise of something that is not money, such as resettlement places.</summary>
public sealed record InKindPledge : State
{
    public required string Fund { get; init; }

    public required string Donor { get; init; }

    /// <summary>How many units are promised, with what was changed since.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>How many of them were delivered.</summary>
    public required decimal Delivered { get; init; }

    public required string Unit { get; init; }

    public required DateOnly AnnouncedOn { get; init; }

    public string? Note { get; init; }

    internal static void Apply(States states, InKindPledged fact) => states.Put(new InKindPledge
    {
        Id = fact.PledgeId,
        Fund = fact.Fund,
        Donor = fact.Donor,
        Quantity = fact.Quantity,
        Delivered = 0,
        Unit = fact.Unit,
        AnnouncedOn = fact.AnnouncedOn,
        Note = fact.Note,
    });

    internal static void Apply(States states, InKindChanged fact) => states.Change<InKindPledge>(
        fact.PledgeId, pledge => pledge with { Quantity = pledge.Quantity + fact.By });

    internal static void Apply(States states, InKindDelivered fact) => states.Change<InKindPledge>(
        fact.PledgeId, pledge => pledge with { Delivered = pledge.Delivered + fact.Quantity });

    internal static InKindPledge? Find(States states, string fund, string id) =>
        states.TryFind<InKindPledge>(id, out var pledge) && pledge.Fund == fund ? pledge : null;

    internal static Refusal Missing(string fund, string id) => new(404, "not-found", $"The fund {fund} has no pledge in kind '{id}'.");
}

/// <summary>A promise of something that is not money. It never enters a money total.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Quantity">How many units, with what was changed since.</param>
/// <param name="Unit">The fund's unit, such as <c>place</c>.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Note">Where the promise was made.</param>
/// <param name="Delivered">How many of them were delivered.</param>
/// <param name="Outstanding">Quantity less delivered.</param>
/// <param name="Entitlement">The support that so many units bring by the fund's rate, rounded once; it is no receipt.</param>
/// <param name="EntitlementDelivered">The support that the delivered units bring.</param>
public sealed record InKindPledgeView(
    string Id,
    string Fund,
    string Donor,
    decimal Quantity,
    string Unit,
    DateOnly AnnouncedOn,
    string? Note,
    decimal Delivered,
    decimal Outstanding,
    Money Entitlement,
    Money EntitlementDelivered)
{
    internal static InKindPledgeView Of(InKindPledge pledge, Fund fund) => new(
        pledge.Id,
        pledge.Fund,
        pledge.Donor,
        pledge.Quantity,
        pledge.Unit,
        pledge.AnnouncedOn,
        pledge.Note,
        pledge.Delivered,
        pledge.Quantity - pledge.Delivered,
        InKindPosition.EntitlementOf(fund.InKind!, pledge.Quantity, fund.Rounding),
        InKindPosition.EntitlementOf(fund.InKind!, pledge.Delivered, fund.Rounding));
}
