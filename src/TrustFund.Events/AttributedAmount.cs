namespace TrustFund.Events;

/// <summary>The part of a payment that one donor's money paid for.</summary>
/// <param name="Donor">Code of the donor, or <see cref="FundInterest"/>.</param>
/// <param name="Window">The window the money was earmarked to; null when it was pooled.</param>
/// <param name="Amount">The part.</param>
public sealed record AttributedAmount(string Donor, string? Window, Money Amount)
{
    /// <summary>Stands in a donor's place for the interest the fund earned itself.</summary>
    public const string FundInterest = "FUND-INTEREST";
}
