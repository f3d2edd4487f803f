using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Funds;
using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Contracts.Contracts;

/// <summary>What must hold for the terms of a contract, when it is signed and when it is amended.</summary>
static class ContractTerms
{
    /// <summary>
    /// Co-financing has a ceiling of its own, its action's, and is never counted as the fund's. Imported history may exceed it.
    /// </summary>
    /// <param name="fund">The fund.</param>
    /// <param name="action">The action.</param>
    /// <param name="coFinancing">What others are to pay towards the contract; null when that is not in question.</param>
    /// <param name="before">What they paid towards it before: it is replaced.</param>
    /// <param name="imported">Whether it is imported history.</param>
    public static Refusal? RefuseCoFinancing(
        Fund fund, FundAction action, IReadOnlyList<CoFinancing>? coFinancing, decimal before = 0, bool imported = false)
    {
        if (coFinancing is null)
            return null;
        if (RefuseCoFinancingParts(fund, coFinancing) is { } refusal)
            return refusal;
        // Plain numbers: the sum of what a request holds may be larger than any amount.
        var total = action.CoFinanced - before + coFinancing.Sum(part => part.Amount.Amount);
        if (total >= Money.Limit)
            return Refusal.Rule("beyond-limit", $"The action's co-financing would reach {total} {fund.Currency}: totals stay below {Money.Limit:0}.", "coFinancing");
        // What history exceeded may be lowered step by step.
        return imported || total <= Math.Max(action.CoFinancingCeiling ?? 0, action.CoFinanced) ? null : Refusal.Rule(
            "exceeds-co-financing",
            $"The action's co-financing would be {action.Amount(total)}; its ceiling is {action.Amount(action.CoFinancingCeiling ?? 0)}.",
            "coFinancing");
    }

    /// <summary>Each financier is there once, with an amount in the fund's currency.</summary>
    public static Refusal? RefuseCoFinancingParts(Fund fund, IReadOnlyList<CoFinancing>? coFinancing) => coFinancing is null ? null : Refusal.All(
        coFinancing.SelectMany((part, i) => (Refusal?[])
        [
            fund.RefuseAmount(part.Amount, $"coFinancing[{i}].amount"),
            coFinancing.Take(i).Any(earlier => string.Equals(earlier.Financier, part.Financier, StringComparison.OrdinalIgnoreCase))
                ? Refusal.Rule("financier-repeated", $"'{part.Financier}' is there already: give each financier once.", $"coFinancing[{i}].financier")
                : null,
        ]));

    /// <summary>Several countries share a contract: their shares add up to 100.</summary>
    public static Refusal? RefuseCountries(IReadOnlyList<CountryShare>? countries)
    {
        if (countries is null or [])
            return null;
        var parts = Refusal.All(countries.SelectMany((share, i) => (Refusal?[])
        [
            share.Percent is <= 0 or > 100
                ? Refusal.Rule("not-a-share", $"{share.Percent} is no share: it is above 0 and at most 100.", $"countries[{i}].percent")
                : null,
            countries.Take(i).Any(earlier => earlier.Country == share.Country)
                ? Refusal.Rule("country-repeated", $"{share.Country} is there already: give each country once.", $"countries[{i}].country")
                : null,
        ]));
        if (parts is not null)
            return parts;
        var sum = countries.Sum(share => share.Percent);
        return sum != 100 ? Refusal.Rule("shares-mismatch", $"The shares add up to {sum}, not to 100.", "countries") : null;
    }

    /// <summary>A contract starts before it ends, and ends by the fund's implementation deadline.</summary>
    public static Refusal? RefuseDates(Fund fund, DateOnly? startsOn, DateOnly? endsOn, bool imported = false) =>
        endsOn < startsOn
            ? Refusal.Rule("date-out-of-order", $"{endsOn:yyyy-MM-dd} is before the contract starts, on {startsOn:yyyy-MM-dd}.", "endsOn")
            : !imported && endsOn > fund.ImplementationDeadline
                ? Refusal.Rule(
                    "after-implementation-deadline",
                    $"{endsOn:yyyy-MM-dd} is after the implementation deadline of {fund.Id}, {fund.ImplementationDeadline:yyyy-MM-dd}.",
                    "endsOn")
                : null;

    /// <summary>What was ever contracted under an action stays an amount, and with it all that is ever decommitted from it; so does what the fund has contracted.</summary>
    public static Refusal? RefuseBeyondLimit(Fund fund, FundAction action, Money amount, string field = "amount") =>
        fund.RefuseBeyondLimit(fund.Contracted, amount, $"What {fund.Id} has contracted", field)
            ?? fund.RefuseBeyondLimit(action.Contracted + action.Decommitted, amount, "What was ever contracted under the action", field);
}
