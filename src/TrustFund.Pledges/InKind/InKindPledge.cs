using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.InKind;

/// <summary>A donor's promise of something that is not money, such as resettlement places.</summary>
public sealed record InKindPledge : State
{
    public required string Fund { get; init; }

    public required string Donor { get; init; }

    public required decimal Quantity { get; init; }

    public required string Unit { get; init; }

    public required DateOnly AnnouncedOn { get; init; }

    public string? Note { get; init; }

    internal static void Apply(States states, InKindPledged fact) => states.Put(new InKindPledge
    {
        Id = fact.PledgeId,
        Fund = fact.Fund,
        Donor = fact.Donor,
        Quantity = fact.Quantity,
        Unit = fact.Unit,
        AnnouncedOn = fact.AnnouncedOn,
        Note = fact.Note,
    });
}

/// <summary>A promise of something that is not money. It never enters a money total.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Unit">The fund's unit, such as <c>place</c>.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Note">Where the promise was made.</param>
public sealed record InKindPledgeView(string Id, string Fund, string Donor, decimal Quantity, string Unit, DateOnly AnnouncedOn, string? Note)
{
    internal static InKindPledgeView Of(InKindPledge pledge) =>
        new(pledge.Id, pledge.Fund, pledge.Donor, pledge.Quantity, pledge.Unit, pledge.AnnouncedOn, pledge.Note);
}
