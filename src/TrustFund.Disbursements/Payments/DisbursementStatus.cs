namespace TrustFund.Disbursements.Payments;

/// <summary>How far a payment has come: requested → verified → authorised → executed, or rejected on the way. What was executed may come back.</summary>
enum DisbursementStatus
{
    /// <summary>A finance officer asks for it.</summary>
    Requested,

    /// <summary>A second person has verified it.</summary>
    Verified,

    /// <summary>A third person has authorised it: contract ceiling and cash are reserved.</summary>
    Authorised,

    /// <summary>It has left the fund's account.</summary>
    Executed,

    /// <summary>It was refused or withdrawn, and nothing is reserved for it.</summary>
    Rejected,

    /// <summary>It was booked wrongly as executed, and is taken back.</summary>
    Reversed,

    /// <summary>The bank sent it back.</summary>
    Returned,
}
