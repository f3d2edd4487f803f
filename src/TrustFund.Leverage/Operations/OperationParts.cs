using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>How much of an instrument backs an operation.</summary>
/// <param name="Instrument">Code of the instrument, any letter case.</param>
/// <param name="Amount">The grant, or the cover at face value, above zero, in the fund's currency.</param>
public sealed record InstrumentPart([Required, Code] string Instrument, [Positive] Money Amount)
{
    /// <summary>The parts as facts say them.</summary>
    public static IReadOnlyList<InstrumentAmount> Of(IReadOnlyList<InstrumentPart>? parts) =>
        [.. (parts ?? []).Select(part => new InstrumentAmount(Codes.Fold(part.Instrument), part.Amount))];
}

/// <summary>What a financier other than the fund puts into an operation.</summary>
/// <param name="Financier">Who it is.</param>
/// <param name="Kind">`public` or `private`.</param>
/// <param name="Amount">What it puts in, above zero, in the fund's currency.</param>
public sealed record FinancierPart([Required, StringLength(200)] string Financier, FinancierKind Kind, [Positive] Money Amount)
{
    /// <summary>The parts as facts say them.</summary>
    public static IReadOnlyList<FinancierAmount> Of(IReadOnlyList<FinancierPart>? parts) =>
        [.. (parts ?? []).Select(part => new FinancierAmount(Names.Tidy(part.Financier), part.Kind, part.Amount))];
}

/// <summary>What the parts of an operation must be.</summary>
static class OperationParts
{
    /// <summary>Instruments' amounts name instruments of the operation, each once.</summary>
    public static Refusal? Refuse(FundInput fund, IReadOnlyList<string> instruments, IReadOnlyList<InstrumentAmount> amounts)
    {
        for (var index = 0; index < amounts.Count; index++)
        {
            var (part, field) = (amounts[index], $"amounts[{index}]");
            if (!instruments.Contains(part.Instrument))
                return Refusal.Rule("instrument-not-of-operation", $"Instrument {part.Instrument} does not back this operation.", $"{field}.instrument");
            if (amounts.Take(index).Any(other => other.Instrument == part.Instrument))
                return Refusal.Rule("instrument-repeated", $"Instrument {part.Instrument} is named twice.", $"{field}.instrument");
            if (AmountRules.Refuse(fund, part.Amount, $"{field}.amount") is { } refusal)
                return refusal;
        }
        return null;
    }

    /// <summary>Every instrument of the operation has its amount.</summary>
    public static Refusal? RefuseMissing(IReadOnlyList<string> instruments, IReadOnlyList<InstrumentAmount> amounts) =>
        instruments.FirstOrDefault(code => amounts.All(part => part.Instrument != code)) is { } missing
            ? Refusal.Rule("amount-missing", $"Instrument {missing} backs the operation: say with how much.", "amounts")
            : null;

    /// <summary>Financiers are others than the fund, each named once.</summary>
    public static Refusal? Refuse(FundInput fund, IReadOnlyList<FinancierAmount> financiers)
    {
        for (var index = 0; index < financiers.Count; index++)
        {
            var (part, field) = (financiers[index], $"financiers[{index}]");
            var name = Names.Fold(part.Financier);
            if (name.Length == 0)
                return Refusal.Rule("name-missing", "A financier has a name.", $"{field}.financier");
            if (name == fund.Id || name == Names.Fold(fund.Name))
                return Refusal.Rule("own-money", $"{part.Financier} is the fund itself: its money is the input, never what the input mobilises.", $"{field}.financier");
            if (financiers.Take(index).Any(other => Names.Fold(other.Financier) == name))
                return Refusal.Rule("financier-repeated", $"{part.Financier} is named twice.", $"{field}.financier");
            if (AmountRules.Refuse(fund, part.Amount, $"{field}.amount") is { } refusal)
                return refusal;
        }
        return null;
    }

    /// <summary>The investment that parts come to: the financiers' amounts and the grants.</summary>
    public static Money Investment(States states, FundInput fund, IReadOnlyList<InstrumentAmount> amounts, IReadOnlyList<FinancierAmount> financiers) =>
        new(OperationFigures.Of(Backing.Of(states, fund.Id, amounts), Finance.Of(financiers), 0).Investment, Currency.Of(fund.Currency));

    /// <summary>Refuses parts that no amount can hold together, before anything adds them up.</summary>
    public static Refusal? RefuseTooLarge(IReadOnlyList<InstrumentAmount> amounts, IReadOnlyList<FinancierAmount> financiers, string field) =>
        amounts.Sum(part => part.Amount.Amount) + financiers.Sum(part => part.Amount.Amount) < Money.Limit
            ? null
            : Refusal.Rule("beyond-limit", "Together the amounts are more than the books can hold.", field);
}
