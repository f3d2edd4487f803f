namespace TrustFund.Events.Leverage.V1;

/// <summary>How an instrument puts its input to work.</summary>
public enum InstrumentKind
{
    /// <summary>Grants blended with others' loans or equity: all of its face is cash.</summary>
    Blending,

    /// <summary>Guarantees for others' lending: only the provisioning is cash, the face is what is guaranteed.</summary>
    Guarantee,
}
