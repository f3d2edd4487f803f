using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Donors;

/// <summary>A donor to register, for all funds.</summary>
/// <param name="Code">Its code, in any letter case.</param>
/// <param name="Name">Its name, up to 200 characters.</param>
/// <param name="Kind">What it is to the European Union.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK; left out for an organisation without a country.</param>
public sealed record RegisterDonorRequest(
    [Code] string Code,
    [Required, StringLength(200)] string Name,
    DonorKind Kind,
    [StringLength(2, MinimumLength = 2)] string? Country = null);

/// <summary>Registers a donor, once for all funds.</summary>
public sealed record RegisterDonor(string Donor, string Name, DonorKind Kind, string? Country) : Command<DonorView>
{
    public override string Location => $"/donors/{Donor}";

    public override StateKey? Versioned => StateKey.Of<Donor>(Donor);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/donors", (RegisterDonorRequest request, Caller caller, JournalWriter journal) => journal.Record(caller, new RegisterDonor(
            Codes.Fold(request.Code), request.Name.Trim(), request.Kind, request.Country?.ToUpperInvariant())))
        .RequireRole(Roles.FinanceOfficer, Roles.Administrator)
        .WithName("RegisterDonor")
        .WithTags("Donors")
        .WithSummary("Registers a donor, for all funds.")
        .Produces<DonorView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Donor>(Donor), StateKey.Of<DonorName>(DonorName.IdOf(Name))];

    public override Decision Decide(States states) =>
        states.TryFind<Donor>(Donor, out var known)
            ? Refusal.Conflict("already-exists", $"There is a donor '{Donor}' already: {known.Name}.", "code")
            : Country is not null && !Countries.Has(Country)
            ? Refusal.Rule("unknown-country", $"'{Country}' is no country code: give an ISO 3166-1 alpha-2 code, EU or XK.", "country")
            : Decision.Record(new DonorRegistered(Donor, Name, DonorKinds.NameOf(Kind), Country));

    public override DonorView View(States states) => DonorView.Of(states.Get<Donor>(Donor), Days.Of(At));
}
