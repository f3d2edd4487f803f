using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Exceptions;

/// <summary>How an exception is settled.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Accepted">Whether it stands and is accepted as it is; else it is said to be put right, and raised again should it still be there.</param>
sealed record ResolveExceptionRequest([Required, StringLength(500)] string Reason, bool Accepted);

/// <summary>Settles an exception.</summary>
sealed record ResolveException(string Fund, string ExceptionId, string Reason, bool Accepted) : Command<ExceptionView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/exceptions/{exception:guid}/resolution", (string fund, Guid exception, ResolveExceptionRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ResolveException(Codes.Fold(fund), exception.ToString(), request.Reason.Trim(), request.Accepted)))
        .RequireRole(Roles.FinanceOfficer, Roles.Auditor, Roles.Administrator)
        .WithName(nameof(ResolveException))
        .WithTags("Exceptions")
        .WithSummary("Settle an exception, with a reason")
        .WithDescription(
            "Accepted: it is not raised again while it says the same. Not accepted: it is said to be put right, and the next reconciliation raises "
            + "it again if it is not.")
        .Produces<ExceptionView>();

    public override StateKey? Versioned => StateKey.Of<AuditException>(ExceptionId);

    public override IEnumerable<StateKey> Touches(States states)
    {
        var key = StateKey.Of<AuditException>(ExceptionId);
        yield return key;
        if (states.Holds(key) && states.TryFind<AuditException>(ExceptionId, out var exception))
            yield return StateKey.Of<ExceptionSlot>(ExceptionSlot.KeyOf(exception.Fund, exception.Kind, exception.Subject));
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<AuditException>(ExceptionId, out var exception) || exception.Fund != Fund)
            return Refusal.NotFound("exception", ExceptionId);
        if (Reason.Length == 0)
            return Refusal.Rule("reason-required", "An exception is settled with a reason.", "reason");
        return exception.Standing == ExceptionState.Resolved
            ? Refusal.Conflict("already-resolved", "This exception is resolved already.")
            : Decision.Record(new ExceptionResolved(Fund, ExceptionId, Reason, Accepted));
    }

    public override ExceptionView View(States states) => ExceptionView.Of(states.Get<AuditException>(ExceptionId));
}
