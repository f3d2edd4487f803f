using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Partners;

/// <summary>An implementing partner to register.</summary>
/// <param name="Code">The code it will be known by, such as <c>IOM</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK; left out for an international organisation.</param>
sealed record RegisterPartnerRequest(
    [Required, Code] string Code,
    [Required, StringLength(200)] string Name,
    [Country] string? Country = null);

/// <summary>A partner becomes known to all funds; contracts can be signed with it from then on.</summary>
sealed record RegisterPartner(string Code, string Name, string? Country) : Command<PartnerView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/partners", (RegisterPartnerRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new RegisterPartner(Codes.Fold(request.Code), request.Name.Trim(), request.Country?.ToUpperInvariant())))
        .RequireRole(Roles.FinanceOfficer)
        .WithName(nameof(RegisterPartner))
        .WithTags("Partners")
        .WithSummary("Register an implementing partner")
        .WithDescription("A code is taken once and for all, whatever letter case it is sent in; a second one is refused with 409 `partner-exists`.")
        .Produces<PartnerView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Partner>(Code)];

    public override StateKey? Versioned => StateKey.Of<Partner>(Code);

    public override string Location => $"/partners/{Code}";

    public override Decision Decide(States states) => states.TryFind<Partner>(Code, out var partner)
        ? Refusal.Conflict("partner-exists", $"The code '{Code}' belongs to {partner.Name}.", "code")
        : Decision.Record(new PartnerRegistered(Code, Name, Country));

    public override PartnerView View(States states) => PartnerView.Of(states.Get<Partner>(Code));
}
