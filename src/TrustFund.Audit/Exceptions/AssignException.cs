using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Exceptions;

/// <summary>Who is to work on an exception.</summary>
/// <param name="Person">Opaque id of the person; the one who asks when left out.</param>
sealed record AssignExceptionRequest([StringLength(100)] string? Person);

/// <summary>Gives an exception to a person.</summary>
sealed record AssignException(string Fund, string ExceptionId, string? Person) : Command<ExceptionView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/exceptions/{exception:guid}/assignment", (string fund, Guid exception, AssignExceptionRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new AssignException(
                Codes.Fold(fund), exception.ToString(), string.IsNullOrWhiteSpace(request.Person) ? null : request.Person.Trim())))
        .RequireRole(Roles.FinanceOfficer, Roles.Auditor, Roles.Administrator)
        .WithName(nameof(AssignException))
        .WithTags("Exceptions")
        .WithSummary("Give an exception to a person")
        .WithDescription("To nobody in particular means to oneself. A resolved exception is refused with 409 `already-resolved`.")
        .Produces<ExceptionView>();

    public override StateKey? Versioned => StateKey.Of<AuditException>(ExceptionId);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<AuditException>(ExceptionId)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<AuditException>(ExceptionId, out var exception) || exception.Fund != Fund)
            return Refusal.NotFound("exception", ExceptionId);
        if (exception.Standing == ExceptionState.Resolved)
            return Refusal.Conflict("already-resolved", "This exception is resolved: there is nothing left to work on.");
        return exception.Person == (Person ?? Actor) ? Decision.Record() : Decision.Record(new ExceptionAssigned(Fund, ExceptionId, Person ?? Actor));
    }

    public override ExceptionView View(States states) => ExceptionView.Of(states.Get<AuditException>(ExceptionId));
}
