using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Receipts;

/// <summary>
/// How money that comes within the certified amount falls to the pots of a pledge: in proportion to what each still expects, by largest
/// remainder, so that the parts add up exactly, no pot gets more than is certified for it, and at the end each has its own.
/// </summary>
/// <param name="Own">What is allocated, in the pledge's own currency.</param>
/// <param name="Booked">The same in the fund's.</param>
/// <param name="Parts">Pot by pot; empty when the pledge is in the fund's currency and nothing is earmarked.</param>
sealed record Allocation(Money Own, Money Booked, IReadOnlyList<PotPart> Parts)
{
    /// <summary>What it brings above (or below) what it was certified at.</summary>
    public decimal Difference => Parts.Sum(part => part.Difference);

    /// <summary>The windows' parts in the fund's currency, as events tell them; null when there are none.</summary>
    public IReadOnlyList<WindowAmount>? Earmarked => Windows(part => new WindowAmount(part.Window!, new(part.Booked, Booked.Currency)));

    /// <summary>The windows' parts in the pledge's own currency, where that is not the fund's.</summary>
    public IReadOnlyList<WindowAmount>? OriginalEarmarked => Own.Currency == Booked.Currency
        ? null
        : Windows(part => new WindowAmount(part.Window!, new(part.Own, Own.Currency)));

    /// <summary>Allocates an amount that the pledge has room for.</summary>
    /// <param name="pledge">The pledge.</param>
    /// <param name="own">The amount in the pledge's own currency.</param>
    /// <param name="booked">The same in the fund's.</param>
    public static Allocation Of(Pledge pledge, Money own, Money booked)
    {
        if (own.IsZero || (pledge.Foreign is null && pledge.Earmarks.Count == 0))
            return new(own, booked, []);
        var stages = pledge.Own();
        var pots = stages.Pots();
        var open = pots.Select(pot => Math.Max(0, stages.FreeIn(pot))).ToList();
        var parts = Split.ByLargestRemainder(own, open);
        if (pledge.Foreign is null)
            return new(own, booked, [.. pots.Select((pot, i) => new PotPart(pot, parts[i].Amount, parts[i].Amount, 0))]);
        var values = Split.ByLargestRemainder(booked, [.. parts.Select(part => part.Amount)]);
        return new(own, booked, [.. pots.Select((pot, i) =>
        {
            var certified = Proportion.Of(pledge.In(pledge.Booked().FreeIn(pot)), parts[i].Amount, open[i]);
            return new PotPart(pot, parts[i].Amount, values[i].Amount, values[i].Amount - certified.Amount);
        })]);
    }

    /// <summary>The fact that it was worth another sum when it was certified; none when it was not.</summary>
    public IEnumerable<ExchangeDifferenceRealised> Realised(Pledge pledge, string receipt, DateOnly on)
    {
        if (Parts.Any(part => part.Difference != 0))
        {
            yield return new(
                pledge.Fund,
                pledge.Id,
                receipt,
                pledge.Donor,
                pledge.In(Difference),
                [.. Parts.Where(part => part.Window is not null && part.Difference != 0).Select(part => new WindowAmount(part.Window!, pledge.In(part.Difference)))],
                on);
        }
    }

    List<WindowAmount>? Windows(Func<PotPart, WindowAmount> tell)
    {
        var windows = Parts.Where(part => part.Window is not null && part.Own != 0).Select(tell).ToList();
        return windows.Count == 0 ? null : windows;
    }
}

/// <summary>The part of an allocation that falls to one pot.</summary>
/// <param name="Window">The window; the fund's pool when null.</param>
/// <param name="Own">In the pledge's own currency.</param>
/// <param name="Booked">In the fund's.</param>
/// <param name="Difference">What of <paramref name="Booked"/> is exchange difference.</param>
sealed record PotPart(string? Window, decimal Own, decimal Booked, decimal Difference);

/// <summary>A part of an amount in proportion to something else, so that the parts of the whole add up to it.</summary>
static class Proportion
{
    public static Money Of(Money total, decimal part, decimal whole) =>
        part == 0 ? Money.Zero(total.Currency)
            : part == whole ? total
            : Split.ByLargestRemainder(total, [part, whole - part])[0];
}
