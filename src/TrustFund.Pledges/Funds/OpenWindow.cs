using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Funds;

/// <summary>A window to open.</summary>
/// <param name="Code">Its code within the fund, in any letter case. PLATFORM and CROSS-WINDOW are reserved.</param>
/// <param name="Name">Its name, up to 200 characters.</param>
public sealed record OpenWindowRequest(
    [Code] string Code,
    [Required, StringLength(200)] string Name);

/// <summary>Opens a window of a fund.</summary>
public sealed record OpenWindow(string Fund, string Window, string Name) : Command<WindowView>
{
    public override string Location => $"/funds/{Fund}/windows/{Window}";

    string WindowId => Funds.Window.IdOf(Fund, Window);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/windows", (string fund, OpenWindowRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new OpenWindow(Codes.Fold(fund), Codes.Fold(request.Code), request.Name.Trim())))
        .RequireRole(Roles.FinanceOfficer, Roles.Administrator)
        .WithName("OpenWindow")
        .WithTags("Funds")
        .WithSummary("Opens a window of a fund.")
        .Produces<WindowView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Fund>(Fund), StateKey.Of<Window>(WindowId), StateKey.Of<WindowName>(WindowName.IdOf(Fund, Name))];

    public override Decision Decide(States states) =>
        !states.TryFind<Fund>(Fund, out _)
            ? Funds.Fund.Missing(Fund)
            : states.TryFind<Window>(WindowId, out var known)
            ? Refusal.Conflict("already-exists", $"The fund {Fund} has a window '{Window}' already: {known.Name}.", "code")
            : CodeRules.Free(Window) is { } refusal
            ? refusal
            : Decision.Record(new WindowOpened(Fund, Window, Name));

    public override WindowView View(States states) => WindowView.Of(states.Get<Window>(WindowId));
}
