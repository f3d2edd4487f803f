namespace TrustFund.Pledges.Funds;

/// <summary>A fund, its windows and its totals.</summary>
/// <param name="Code">Its code, upper case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">The currency its books are kept in.</param>
/// <param name="ManagementCostCapPercent">The most that management costs may take of unearmarked certificates, in percent.</param>
/// <param name="ContractingDeadline">The last day on which its contracts may be signed; none when null.</param>
/// <param name="EstablishedOn">When it was established.</param>
/// <param name="Windows">Its windows, by code.</param>
/// <param name="Totals">The sums of its pledges, each stage apart.</param>
/// <param name="InKind">Where it stands with what it collects besides money; null when it collects nothing else.</param>
/// <param name="Rounding">How converted amounts are rounded.</param>
/// <param name="InterestAddsToAvailability">Whether interest on its account changes what it may spend.</param>
public sealed record FundView(
    string Code,
    string Name,
    Currency Currency,
    decimal ManagementCostCapPercent,
    DateOnly? ContractingDeadline,
    DateOnly EstablishedOn,
    IReadOnlyList<WindowView> Windows,
    FundTotalsView Totals,
    InKindPosition? InKind,
    Rounding Rounding,
    bool InterestAddsToAvailability)
{
    internal static FundView Of(Fund fund, FundTotals totals, IReadOnlyList<Window> windows) => new(
        fund.Id,
        fund.Name,
        fund.Currency,
        fund.ManagementCostCapPercent,
        fund.ContractingDeadline,
        fund.EstablishedOn,
        [.. windows.Select(WindowView.Of)],
        FundTotalsView.Of(totals),
        fund.InKind is { } target ? InKindPosition.Of(target, totals.InKindPledged, totals.InKindDelivered, fund.Rounding) : null,
        fund.Rounding,
        fund.InterestAddsToAvailability);
}

/// <summary>A window of a fund.</summary>
/// <param name="Code">Its code within the fund, upper case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Earmarked">What certificates earmark to it, net of completed reductions and refunds.</param>
/// <param name="ExchangeDifference">Exchange differences realised on what arrived for it.</param>
public sealed record WindowView(string Code, string Name, Money Earmarked, Money ExchangeDifference)
{
    internal static WindowView Of(Window window) =>
        new(window.Code, window.Name, new(window.Earmarked, window.Currency), new(window.ExchangeDifference, window.Currency));
}

/// <summary>The sums of a fund's pledges. A pledge is not a certificate and a certificate is not cash: each stage stands apart.</summary>
/// <param name="Pledged">What donors promised.</param>
/// <param name="Certified">The part of it that certificates made legal.</param>
/// <param name="Earmarked">The part of what is certified that is earmarked to windows.</param>
/// <param name="Unearmarked">The rest of what is certified: the fund's pool.</param>
/// <param name="Received">What arrived on the fund's account: allocated and unallocated together.</param>
/// <param name="Allocated">What arrived within the certified amounts, which the fund may spend.</param>
/// <param name="Unallocated">What arrived above them: held, never spent.</param>
/// <param name="Outstanding">Pledged less received, without the exchange differences.</param>
/// <param name="Reserved">What donors asked back of what they certified, and Contracts has not yet decided.</param>
/// <param name="ExchangeDifference">Exchange differences realised: what arrived is worth so much more, or less, than it was certified at.</param>
/// <param name="Refunding">What refunds hold until they are decided.</param>
/// <param name="Interest">Interest on the fund's account, negative interest taken off.</param>
/// <param name="InterestAvailable">The part of the interest that changes what the fund may spend.</param>
public sealed record FundTotalsView(
    Money Pledged,
    Money Certified,
    Money Earmarked,
    Money Unearmarked,
    Money Received,
    Money Allocated,
    Money Unallocated,
    Money Outstanding,
    Money Reserved,
    Money ExchangeDifference,
    Money Refunding,
    Money Interest,
    Money InterestAvailable)
{
    internal static FundTotalsView Of(FundTotals totals)
    {
        Money In(decimal amount) => new(amount, totals.Currency);
        return new(
            In(totals.Pledged),
            In(totals.Certified),
            In(totals.Earmarked),
            In(totals.Certified - totals.Earmarked),
            In(totals.Received),
            In(totals.Allocated),
            In(totals.Received - totals.Allocated),
            In(totals.Pledged - totals.Received + totals.ExchangeDifference),
            In(totals.Reserved),
            In(totals.ExchangeDifference),
            In(totals.Refunding),
            In(totals.Interest),
            In(totals.InterestAvailable));
    }
}
