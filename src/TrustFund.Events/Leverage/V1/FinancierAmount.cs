namespace TrustFund.Events.Leverage.V1;

/// <summary>What one financier other than the fund puts into an operation. It is never the fund's resource.</summary>
/// <param name="Financier">Who it is, named once in an operation.</param>
/// <param name="Kind">Whether its money is public or private.</param>
/// <param name="Amount">What it puts in, above zero, in the fund's currency.</param>
public sealed record FinancierAmount(string Financier, FinancierKind Kind, Money Amount);
