using TrustFund.Disbursements.Funds;

namespace TrustFund.Disbursements.Officers;

/// <summary>Whether somebody may authorise an amount, in their own right or in another's place.</summary>
static class Authority
{
    /// <summary>
    /// A person may authorise what falls into a band that names them or anybody; a delegate what the one who delegated may. Whoever requested
    /// or verified the document neither authorises it nor lets a delegate do so.
    /// </summary>
    /// <param name="terms">The fund's rules.</param>
    /// <param name="actor">Who wants to authorise.</param>
    /// <param name="amount">What.</param>
    /// <param name="at">When: the day, UTC, decides which bands and delegations hold.</param>
    /// <param name="initiator">Who requested it.</param>
    /// <param name="verifier">Who verified it, where somebody did.</param>
    /// <param name="inPlaceOf">Whose delegate the actor is; null in their own right.</param>
    /// <returns>Why not, or null.</returns>
    public static Refusal? Refuse(FundTerms terms, string actor, Money amount, DateTimeOffset at, string initiator, string? verifier, out string? inPlaceOf)
    {
        inPlaceOf = null;
        if (actor == initiator)
            return Refusal.Forbidden("four-eyes", "You requested this payment: somebody else must authorise it.");
        if (actor == verifier)
            return Refusal.Forbidden("four-eyes", "You verified this payment: somebody else must authorise it.");
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        if (terms.BandsOn(today).FirstOrDefault(band => band.UpTo is null || amount.Amount <= band.UpTo) is not { } band || band.Allows(actor))
            return null;
        var delegators = terms.Delegations.Where(given => given.To == actor && given.Covers(today, amount.Amount) && band.Allows(given.From)).Select(given => given.From).ToList();
        inPlaceOf = delegators.Find(officer => officer != initiator && officer != verifier);
        return inPlaceOf is not null ? null
            : delegators.Count > 0 ? Refusal.Forbidden("four-eyes", "You act in the place of the officer who requested or verified this payment: somebody else must authorise it.")
            : Refusal.Forbidden("no-authority", $"{amount} is in the band {(band.UpTo is { } limit ? $"up to {new Money(limit, amount.Currency)}" : "without a limit")}, which neither names you nor anybody whose delegate you are today.");
    }
}
