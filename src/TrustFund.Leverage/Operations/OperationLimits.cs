using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>What a change of an operation may come to: no instrument backs more than its face, and no sum outgrows the books.</summary>
static class OperationLimits
{
    /// <summary>The states that <see cref="Refuse"/> sees, beside those the change writes.</summary>
    public static IEnumerable<StateKey> Touches(States states, string fund, IEnumerable<string> instruments)
    {
        yield return StateKey.Of<FundInput>(fund);
        foreach (var code in instruments)
        {
            var key = StateKey.Of<Instrument>(Instrument.IdOf(fund, code));
            if (states.Holds(key) && states.Find(key) is Instrument { WindowCode: { } window })
                yield return StateKey.Of<WindowInput>(WindowInput.IdOf(fund, window));
        }
    }

    /// <summary>Refuses a change after which an instrument had signed for more than its face, or a sum could not be kept.</summary>
    public static Refusal? Refuse(States states, Operation? before, Operation after, string field)
    {
        foreach (var code in after.Instruments)
        {
            var instrument = states.Get<Instrument>(Instrument.IdOf(after.Fund, code));
            if (Exhausted(states, instrument, before, after, field) is { } refusal)
                return refusal;
        }
        return Enum.GetValues<Measure>().Any(measure => Outgrown(states, measure, before, after))
            ? Refusal.Rule("beyond-limit", $"With this the operations of fund {after.Fund} would come to more than the books can hold.", field)
            : null;
    }

    static Refusal? Exhausted(States states, Instrument instrument, Operation? before, Operation after, string field)
    {
        var moved = before is null ? instrument.With(after, 1) : instrument.With(before, -1).With(after, 1);
        if (moved.ExpectedAmount >= Money.Limit)
            return Refusal.Rule("beyond-limit", $"With this instrument {instrument.Code} would back more than the books can hold.", field);
        // What is signed already stays, even where its pledges were reduced since; only more of it is refused.
        if (moved.SignedAmount <= instrument.SignedAmount)
            return null;
        var fund = states.Get<FundInput>(after.Fund);
        var face = instrument.WindowCode is null
            ? fund.Certified
            : states.Get<WindowInput>(WindowInput.IdOf(after.Fund, instrument.WindowCode)).Certified;
        return moved.SignedAmount <= face
            ? null
            : Refusal.Rule(
                "instrument-exhausted",
                $"Of instrument {instrument.Code}, {fund.Books(Math.Max(0, face - instrument.SignedAmount))} of {fund.Books(face)} is free to back operations; this takes {fund.Books(moved.SignedAmount - instrument.SignedAmount)}.",
                field);
    }

    static bool Outgrown(States states, Measure measure, Operation? before, Operation after)
    {
        var more = after.Figures(measure).Investment - (before?.Figures(measure).Investment ?? 0);
        return more > 0 && MobilisedTotal.Of(states, after.Fund, measure).Investment + more >= Money.Limit;
    }
}
