using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>Which of three figures mobilisation is: what is expected is not signed, and what is signed is not disbursed.</summary>
public enum Measure
{
    /// <summary>What the instruments are expected to mobilise, as published, or operations as recorded.</summary>
    Expected,

    /// <summary>What financiers have signed for.</summary>
    Signed,

    /// <summary>What financiers have paid in.</summary>
    Disbursed,
}

/// <summary>What a fund's certified pledges mobilise from others, on a stated basis.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Basis">What the input counts: `headline`, guarantees at face value, or `cash`, guarantees at their provisioning.</param>
/// <param name="Input">The denominator: the instruments' input on this basis.</param>
/// <param name="Mobilised">The numerator: the mobilisation target; null while none is set.</param>
/// <param name="Ratio">Mobilised divided by input, four decimals, rounded half up once; null with a <paramref name="Reason"/>.</param>
/// <param name="Reason">Why there is no ratio.</param>
/// <param name="Instruments">Each instrument's input: its face and the provisioning behind it.</param>
/// <param name="Certified">All that the fund's donors have certified.</param>
/// <param name="Unclaimed">The certified pledges that are no instrument's input.</param>
/// <param name="Operations">The operations inside the target.</param>
/// <param name="Header">What it stands for: the day, the moment, and the positions of the journals.</param>
public sealed record LeverageView(
    string Fund,
    Basis Basis,
    Money Input,
    MobilisedView? Mobilised,
    decimal? Ratio,
    string? Reason,
    IReadOnlyList<InstrumentView> Instruments,
    Money Certified,
    Money Unclaimed,
    OperationsView Operations,
    ReportHeader? Header = null);

/// <summary>What is mobilised from others.</summary>
/// <param name="Amount">The investment.</param>
/// <param name="Measure">Which figure it is: `expected`.</param>
/// <param name="Qualifier">The words it was published with.</param>
/// <param name="SetOn">When it was published.</param>
/// <param name="Source">Where it was published.</param>
public sealed record MobilisedView(Money Amount, Measure Measure, Qualifier Qualifier, DateOnly SetOn, string Source);

/// <summary>The operations that lie inside the mobilisation target.</summary>
/// <param name="Count">How many stand: a reversed one does not, nor one cancelled before anything was disbursed.</param>
/// <param name="ExpectedMobilised">What they are expected to mobilise together, each counted once whatever the number of its instruments.</param>
/// <param name="LeftToTarget">What of the target no operation accounts for yet, never below zero; null while no target is set.</param>
/// <param name="ExceedsTarget">Whether the operations are expected to mobilise more than the target.</param>
public sealed record OperationsView(int Count, Money ExpectedMobilised, Money? LeftToTarget, bool ExceedsTarget);
