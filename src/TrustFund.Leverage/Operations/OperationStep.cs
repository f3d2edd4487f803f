using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>A command that takes an operation a step on, or back.</summary>
public abstract record OperationStep(string Fund, string OperationId) : Command<OperationView>
{
    /// <inheritdoc />
    public sealed override StateKey? Versioned => StateKey.Of<Operation>(OperationId);

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states)
    {
        var key = StateKey.Of<Operation>(OperationId);
        if (!states.Holds(key) || states.Find(key) is not Operation operation)
            return [key, StateKey.Of<FundInput>(Fund)];
        return
        [
            key,
            .. OperationBooks.Touches(operation.Fund, operation.Instruments),
            .. OperationLimits.Touches(states, operation.Fund, operation.Instruments),
        ];
    }

    /// <inheritdoc />
    public sealed override Decision Decide(States states)
    {
        if (!states.TryFind<Operation>(OperationId, out var operation) || operation.Fund != Fund)
            return Refusal.NotFound($"operation of fund {Fund}", OperationId, "operation");
        return Decide(states, states.Get<FundInput>(Fund), operation);
    }

    /// <inheritdoc />
    public sealed override OperationView View(States states) => OperationView.Of(states.Get<Operation>(OperationId));

    /// <summary>The rules of this step.</summary>
    protected abstract Decision Decide(States states, FundInput fund, Operation operation);

    /// <summary>Refuses a step that the operation's status does not allow.</summary>
    protected static Refusal? RefuseUnless(Operation operation, OperationStatus needed) => operation.Status() == needed ? null : operation.Status() switch
    {
        OperationStatus.Reversed => Refusal.Conflict("operation-reversed", "The record of this operation was reversed: record the operation anew.", "operation"),
        OperationStatus.Cancelled => Refusal.Conflict("operation-cancelled", $"This operation was cancelled on {operation.CancelledOn:yyyy-MM-dd}; where that was an error, reverse the cancellation first.", "operation"),
        OperationStatus.Signed => Refusal.Conflict("already-signed", $"This operation was signed on {operation.SignedOn:yyyy-MM-dd}; where that was wrong, reverse the signature and enter the right one.", "operation"),
        _ => Refusal.Conflict("not-signed", "This operation is only expected: nothing of it can be disbursed before it is signed.", "operation"),
    };

    /// <summary>Refuses a date that lies ahead, or before what it follows upon.</summary>
    protected Refusal? RefuseDate(string field, DateOnly date, DateOnly after, string what) =>
        DateRules.Happened(date, At, field) ?? (date < after
            ? Refusal.Rule("date-out-of-order", $"{what} on {after:yyyy-MM-dd}; this cannot have happened on {date:yyyy-MM-dd}.", field)
            : null);
}
