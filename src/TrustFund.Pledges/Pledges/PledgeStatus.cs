namespace TrustFund.Pledges.Pledges;

/// <summary>How far a pledge has come.</summary>
public enum PledgeStatus
{
    /// <summary>Promised in public.</summary>
    Announced,

    /// <summary>Promised in writing; not yet binding.</summary>
    Confirmed,

    /// <summary>Binding, wholly or in part, by a certificate.</summary>
    Certified,

    /// <summary>All that is pledged is certified and has arrived.</summary>
    Fulfilled,

    /// <summary>Taken back by the donor. What arrived before stays until it is refunded.</summary>
    Withdrawn,
}
