namespace TrustFund.Events.Leverage.V1;

/// <summary>What an entry of an operation is.</summary>
public enum OperationEntryKind
{
    /// <summary>The record of the operation itself, with what it is expected to mobilise. Its entry has the operation's id.</summary>
    Record,

    /// <summary>The signature with its financiers.</summary>
    Signature,

    /// <summary>A part that was disbursed.</summary>
    Disbursement,

    /// <summary>The cancellation of what was not disbursed.</summary>
    Cancellation,
}
