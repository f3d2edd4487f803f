using TrustFund.Events;

namespace TrustFund.Disbursements.Sources;

/// <summary>
/// Whose money a fund's cash is: what each donor brought, pooled and for each window, and what was used of it. The id is the fund's code.
/// Brought less used, less what is unattributed, is the fund's cash less what is set aside for refunds.
/// </summary>
sealed record FundSources : State
{
    public required string Currency { get; init; }

    public IReadOnlyList<Pot> Pots { get; init; } = [];

    /// <summary>What was paid out that no donor's money covered; negative where more came back than had been used.</summary>
    public decimal Unattributed { get; init; }

    public static FundSources Of(string fund, Currency currency) => new() { Id = fund, Currency = currency.Code };

    /// <summary>Adds what a donor brought, or takes it away where negative; the windows' parts are in the amount.</summary>
    public FundSources Bring(string donor, Money amount, IReadOnlyList<WindowAmount>? earmarked)
    {
        var changed = this;
        var pooled = amount;
        foreach (var part in earmarked ?? [])
        {
            var signed = amount.IsNegative ? -part.Amount.Abs() : part.Amount;
            changed = changed.Change(donor, part.Window, signed.Amount, 0);
            pooled -= signed;
        }
        return pooled.IsZero ? changed : changed.Change(donor, null, pooled.Amount, 0);
    }

    /// <summary>
    /// Whose money an amount is paid with: first what is earmarked to the window, then what is pooled, then what is earmarked to others; across
    /// windows, pooled money first. Each level is used pro rata of what each donor has left, by largest remainder, never more than that.
    /// </summary>
    public IReadOnlyList<AttributedAmount> Attribute(Money amount, string? window)
    {
        var parts = new List<AttributedAmount>();
        var open = amount;
        foreach (var level in Levels(window))
        {
            if (open.IsPositive)
                open -= Take(open, level, parts);
        }
        if (open.IsPositive)
            parts.Add(new(Part.NoDonor, null, open));
        return parts;
    }

    /// <summary>Whose money goes back to a donor: its own, of the window asked for first, then of its others.</summary>
    public IReadOnlyList<AttributedAmount> OwnOf(string donor, Money amount, string? window)
    {
        var parts = new List<AttributedAmount>();
        var open = amount;
        var own = Pots.Where(pot => pot.Donor == donor && pot.Left() > 0).ToList();
        foreach (var level in (List<Pot>[])[own.FindAll(pot => pot.Window == window), own.FindAll(pot => pot.Window != window)])
        {
            if (open.IsPositive)
                open -= Take(open, level, parts);
        }
        return parts;
    }

    public Money LeftOf(string donor) => In(Pots.Where(pot => pot.Donor == donor).Sum(pot => pot.Left()));

    public FundSources Use(IReadOnlyList<AttributedAmount> parts) => Move(parts, 1);

    public FundSources GiveBack(IReadOnlyList<AttributedAmount> parts) => Move(parts, -1);

    Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    List<Pot>[] Levels(string? window)
    {
        var left = Pots.Where(pot => pot.Left() > 0).ToList();
        var (pooled, earmarked) = (left.FindAll(pot => pot.Window is null), left.FindAll(pot => pot.Window is not null));
        return window is null
            ? [pooled, earmarked]
            : [earmarked.FindAll(pot => pot.Window == window), pooled, earmarked.FindAll(pot => pot.Window != window)];
    }

    static Money Take(Money open, List<Pot> level, List<AttributedAmount> parts)
    {
        if (level.Count == 0)
            return Money.Zero(open.Currency);
        var weights = level.ConvertAll(pot => pot.Left());
        var taken = Money.Min(open, new(weights.Sum(), open.Currency));
        var shares = Split.ByLargestRemainder(taken, weights);
        for (var i = 0; i < level.Count; i++)
        {
            if (shares[i].IsPositive)
                parts.Add(new(level[i].Donor, level[i].Window, shares[i]));
        }
        return taken;
    }

    FundSources Move(IReadOnlyList<AttributedAmount> parts, int sign)
    {
        var pots = Pots.ToList();
        var unattributed = Unattributed;
        foreach (var part in parts)
        {
            if (part.Donor == Part.NoDonor)
                unattributed += sign * part.Amount.Amount;
            else
                Change(pots, part.Donor, part.Window, 0, sign * part.Amount.Amount);
        }
        return this with { Pots = pots, Unattributed = unattributed };
    }

    FundSources Change(string donor, string? window, decimal brought, decimal used)
    {
        var pots = Pots.ToList();
        Change(pots, donor, window, brought, used);
        return this with { Pots = pots };
    }

    static void Change(List<Pot> pots, string donor, string? window, decimal brought, decimal used)
    {
        var place = 0;
        for (; place < pots.Count; place++)
        {
            var order = Part.Compare((pots[place].Donor, pots[place].Window), (donor, window));
            if (order == 0)
            {
                pots[place] = pots[place] with { Brought = pots[place].Brought + brought, Used = pots[place].Used + used };
                return;
            }
            if (order > 0)
                break;
        }
        pots.Insert(place, new(donor, window, brought, used));
    }
}
