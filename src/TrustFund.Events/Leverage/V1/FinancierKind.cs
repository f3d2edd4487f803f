namespace TrustFund.Events.Leverage.V1;

/// <summary>Whose money a financier of an operation brings: the OECD's measure counts private finance alone.</summary>
public enum FinancierKind
{
    /// <summary>A state, a development bank or another official body, or a company that is owned or controlled by one.</summary>
    Public,

    /// <summary>A company, bank, investor or foundation that no official body owns or controls.</summary>
    Private,
}
