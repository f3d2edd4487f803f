using TrustFund.Events;

namespace TrustFund.Disbursements.Sources;

/// <summary>Whose money a contract was paid with, net of what came back: it adds up to the contract's net paid. The id is the contract's.</summary>
sealed record ContractSources : State
{
    public required string Fund { get; init; }

    public required string Currency { get; init; }

    public IReadOnlyList<Part> Parts { get; init; } = [];

    public static ContractSources Of(string contract, string fund, Currency currency) =>
        new() { Id = contract, Fund = fund, Currency = currency.Code };

    public ContractSources Add(IReadOnlyList<AttributedAmount> parts) => Move(parts, 1);

    public ContractSources Subtract(IReadOnlyList<AttributedAmount> parts) => Move(parts, -1);

    /// <summary>Whose money a repayment gives back: what nobody's money had covered first, then in the proportions it was paid.</summary>
    public IReadOnlyList<AttributedAmount> Returning(Money amount)
    {
        var parts = new List<AttributedAmount>();
        var nobodys = Money.Min(amount, In(Math.Max(0, Net(Part.NoDonor, null))));
        if (nobodys.IsPositive)
            parts.Add(new(Part.NoDonor, null, nobodys));
        Spread(amount - nobodys, [.. Parts.Where(part => part.Donor != Part.NoDonor && part.Amount > 0)], parts);
        return parts;
    }

    /// <summary>
    /// Whose money the undoing of one payment gives back: exactly whose it was, as far as recoveries have not given it back before; the rest is
    /// in the proportions of what else was paid.
    /// </summary>
    public IReadOnlyList<AttributedAmount> Undoing(IReadOnlyList<Part> paid)
    {
        var parts = new List<AttributedAmount>();
        var missing = 0m;
        foreach (var part in paid)
        {
            var back = Math.Clamp(Net(part.Donor, part.Window), 0, part.Amount);
            missing += part.Amount - back;
            if (back > 0)
                parts.Add(new(part.Donor, part.Window, In(back)));
        }
        if (missing == 0)
            return parts;
        Spread(In(missing), [.. Subtract(parts).Parts.Where(part => part.Donor != Part.NoDonor && part.Amount > 0)], parts);
        return [.. parts.GroupBy(part => (part.Donor, part.Window)).Select(same => same.First() with { Amount = Money.Sum(same.Select(part => part.Amount), In(0).Currency) })];
    }

    decimal Net(string donor, string? window) => Parts.FirstOrDefault(part => part.Donor == donor && part.Window == window)?.Amount ?? 0;

    static void Spread(Money amount, List<Part> over, List<AttributedAmount> parts)
    {
        var spread = Money.Min(amount, new(over.Sum(part => part.Amount), amount.Currency));
        if (spread.IsPositive)
        {
            var shares = Split.ByLargestRemainder(spread, over.ConvertAll(part => part.Amount));
            parts.AddRange(over.Select((part, i) => new AttributedAmount(part.Donor, part.Window, shares[i])).Where(part => part.Amount.IsPositive));
        }
        if (amount > spread)
            parts.Add(new(Part.NoDonor, null, amount - spread));
    }

    ContractSources Move(IReadOnlyList<AttributedAmount> parts, int sign)
    {
        var net = Parts.ToDictionary(part => (part.Donor, part.Window), part => part.Amount);
        foreach (var part in parts)
            net[(part.Donor, part.Window)] = net.GetValueOrDefault((part.Donor, part.Window)) + (sign * part.Amount.Amount);
        return this with
        {
            Parts = [.. net.Where(part => part.Value != 0).OrderBy(part => part.Key, Comparer<(string, string?)>.Create(Part.Compare))
                .Select(part => new Part(part.Key.Donor, part.Key.Window, part.Value))],
        };
    }

    Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));
}
