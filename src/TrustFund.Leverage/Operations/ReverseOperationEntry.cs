using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>A reversal.</summary>
/// <param name="ReversedOn">When it is reversed.</param>
/// <param name="Reason">Why.</param>
public sealed record ReverseOperationEntryRequest(DateOnly ReversedOn, [Required, StringLength(1000)] string Reason);

/// <summary>Reverses an entry of an operation as a whole, once, so that the right one can be entered.</summary>
public sealed record ReverseOperationEntry(
    string Fund,
    string OperationId,
    string EntryId,
    DateOnly ReversedOn,
    string Reason) : OperationStep(Fund, OperationId)
{
    bool IsRecord => EntryId == OperationId;

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/funds/{fund}/operations/{operation}/entries/{entry}/reversal", Record)
        .MovesMoney()
        .RequireAuthorization(Roles.FinanceOfficer)
        .Produces<OperationView>()
        .WithName(nameof(ReverseOperationEntry))
        .WithTags("Operations");

    /// <summary>Reverses an entry of an operation as a whole: its record, signature, cancellation or a disbursed part.</summary>
    /// <remarks>An entry is reversed once, with a reason, after what was built on it; the right figures are then a new entry. The record's entry has the operation's id, and its name is free again.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="entry">Id of the entry.</param>
    /// <param name="request">When and why.</param>
    static Task<CommandResult<OperationView>> Record(
        string fund, Guid operation, Guid entry, ReverseOperationEntryRequest request, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReverseOperationEntry(
            Codes.Fold(fund), operation.ToString(), entry.ToString(), request.ReversedOn, request.Reason.Trim()));

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states)
    {
        foreach (var key in base.Touches(states))
            yield return key;
        var operation = StateKey.Of<Operation>(OperationId);
        if (!IsRecord)
            yield return StateKey.Of<OperationEntry>(EntryId);
        else if (states.Holds(operation) && states.Find(operation) is Operation held)
            yield return StateKey.Of<OperationName>(OperationName.IdOf(held.Fund, held.Name));
    }

    /// <inheritdoc />
    protected override Decision Decide(States states, FundInput fund, Operation operation)
    {
        var entry = IsRecord ? null : states.Find<OperationEntry>(EntryId);
        if (!IsRecord && entry?.OperationId != OperationId)
            return Refusal.NotFound($"entry of operation {OperationId}", EntryId, "entry");
        var kind = entry?.Kind ?? OperationEntryKind.Record;
        var refusal = AlreadyReversed(entry is null ? operation.ReversedOn : entry.ReversedOn)
            ?? BuiltUpon(operation, kind)
            ?? RefuseDate("reversedOn", ReversedOn, entry?.HappenedOn ?? operation.RecordedFor, "What is reversed happened");
        if (refusal is not null)
            return refusal;
        var after = OperationBooks.Without(operation, entry, ReversedOn, Reason);
        return OperationLimits.Refuse(states, operation, after, "entry") is { } limit
            ? limit
            : Decision.Record(new OperationEntryReversed(
                Fund, OperationId, EntryId, kind, Moved(Measure.Expected), Moved(Measure.Signed), Moved(Measure.Disbursed), ReversedOn, Reason));

        Money Moved(Measure measure) => fund.Books(after.Figures(measure).Investment - operation.Figures(measure).Investment);
    }

    static Refusal? AlreadyReversed(DateOnly? on) => on is null
        ? null
        : Refusal.Conflict("already-reversed", $"This entry was reversed on {on:yyyy-MM-dd}; an entry is reversed once.", "entry");

    // What stands on an entry is reversed before it, so that no figure ever hangs in the air.
    static Refusal? BuiltUpon(Operation operation, OperationEntryKind kind) => kind switch
    {
        not OperationEntryKind.Cancellation when operation.CancellationId is not null =>
            Refusal.Conflict("operation-cancelled", $"The operation was cancelled on {operation.CancelledOn:yyyy-MM-dd}: reverse the cancellation first.", "entry"),
        OperationEntryKind.Record when operation.SignatureId is not null =>
            Refusal.Conflict("already-signed", $"The operation was signed on {operation.SignedOn:yyyy-MM-dd}: reverse the signature first.", "entry"),
        OperationEntryKind.Signature when operation.Parts.Count > 0 =>
            Refusal.Conflict("already-disbursed", $"{operation.Parts.Count} disbursed part(s) stand on this signature: reverse them first.", "entry"),
        _ => null,
    };
}
