using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Donors;

/// <summary>What a donor is from a date on.</summary>
/// <param name="Kind">What it is to the European Union from then on.</param>
/// <param name="EffectiveOn">The first day it is so; it may lie ahead.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
public sealed record ChangeDonorKindRequest(DonorKind Kind, DateOnly EffectiveOn, [Required, StringLength(500)] string Reason);

/// <summary>Records that a donor is of another kind from a date on. What it did before that date keeps the kind it had.</summary>
public sealed record ChangeDonorKind(string Donor, DonorKind Kind, DateOnly EffectiveOn, string Reason) : Command<DonorView>
{
    public override StateKey? Versioned => StateKey.Of<Donor>(Donor);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/donors/{donor}/kind-changes", (string donor, ChangeDonorKindRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ChangeDonorKind(Codes.Fold(donor), request.Kind, request.EffectiveOn, request.Reason.Trim())))
        .RequireRole(Roles.FinanceOfficer, Roles.Administrator)
        .WithName("ChangeDonorKind")
        .WithTags("Donors")
        .WithSummary("Records that a donor is of another kind from a date on.")
        .Produces<DonorView>();

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Donor>(Donor)];

    public override Decision Decide(States states) =>
        !states.TryFind<Donor>(Donor, out var donor)
            ? Refusal.NotFound("donor", Donor)
            : DateRules.Planned(EffectiveOn, "effectiveOn") is { } refusal
            ? refusal
            : donor.KindChanges is [.., var latest] && EffectiveOn <= latest.EffectiveOn
            ? Refusal.Rule("date-out-of-order", $"{EffectiveOn:yyyy-MM-dd} is not after the donor's latest change of kind, {latest.EffectiveOn:yyyy-MM-dd}.", "effectiveOn")
            : donor.KindOn(EffectiveOn) == Kind
            ? Refusal.Rule("same-kind", $"On {EffectiveOn:yyyy-MM-dd} the donor is of the kind {DonorKinds.NameOf(Kind)} already.", "kind")
            : Decision.Record(new DonorKindChanged(Donor, DonorKinds.NameOf(Kind), EffectiveOn, Reason));

    public override DonorView View(States states) => DonorView.Of(states.Get<Donor>(Donor), Days.Of(At));
}
