using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.InKind;

/// <summary>A donor's promise of something that is not money.</summary>
/// <param name="Donor">Code of a registered donor.</param>
/// <param name="Quantity">How many units: above zero, two decimals at most.</param>
/// <param name="Unit">The fund's unit, such as <c>place</c>.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Note">Where the promise was made, up to 1,000 characters.</param>
public sealed record PledgeInKindRequest(
    [Code] string Donor,
    [Positive] decimal Quantity,
    [Required, StringLength(40)] string Unit,
    DateOnly AnnouncedOn,
    [StringLength(1000)] string? Note = null);

/// <summary>Records a donor's promise of something that is not money, in the unit that the fund collects.</summary>
public sealed record PledgeInKind(
    string Fund, string PledgeId, string Donor, decimal Quantity, string Unit, DateOnly AnnouncedOn, string? Note) : Command<InKindPledgeView>
{
    public override string Location => $"/funds/{Fund}/in-kind-pledges/{PledgeId}";

    public override StateKey? Versioned => StateKey.Of<InKindPledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/in-kind-pledges", (string fund, PledgeInKindRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new PledgeInKind(
                Codes.Fold(fund),
                Guid.CreateVersion7().ToString(),
                Codes.Fold(request.Donor),
                request.Quantity,
                request.Unit.Trim(),
                request.AnnouncedOn,
                request.Note)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("PledgeInKind")
        .WithTags("In kind")
        .WithSummary("Records a donor's promise of something that is not money, such as resettlement places.")
        .Produces<InKindPledgeView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), StateKey.Of<FundTotals>(Fund), StateKey.Of<Donor>(Donor), StateKey.Of<InKindPledge>(PledgeId)];

    public override Decision Decide(States states) =>
        !states.TryFind<Fund>(Fund, out var fund)
            ? Funds.Fund.Missing(Fund)
            : fund.InKind is not { } target
            ? Refusal.Rule("nothing-in-kind", $"The fund {Fund} collects money alone: it has no target in kind.")
            : Check(states, target) is { } refusal
            ? refusal
            : Decision.Record(new InKindPledged(Fund, PledgeId, Donor, Quantity, target.Unit, AnnouncedOn, Note));

    public override InKindPledgeView View(States states) => InKindPledgeView.Of(states.Get<InKindPledge>(PledgeId), states.Get<Fund>(Fund));

    Refusal? Check(States states, InKindTarget target) =>
        (string.Equals(Unit, target.Unit, StringComparison.OrdinalIgnoreCase)
            ? null
            : Refusal.Rule("wrong-unit", $"The fund {Fund} counts in '{target.Unit}', not in '{Unit}'.", "unit"))
        ?? QuantityRules.Countable(Quantity, "quantity")
        ?? QuantityRules.WithinLimit(states.Get<FundTotals>(Fund).InKindPledged, Quantity, "quantity")
        ?? DateRules.Happened(AnnouncedOn, At, "announcedOn")
        ?? (states.TryFind<Donor>(Donor, out _) ? null : Donors.Donor.Unknown(Donor));
}
