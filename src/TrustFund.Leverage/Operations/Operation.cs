using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>How far an operation is.</summary>
public enum OperationStatus
{
    /// <summary>It is expected: nobody has signed it.</summary>
    Expected,

    /// <summary>It is signed with its financiers, and may be disbursed in parts.</summary>
    Signed,

    /// <summary>It was cancelled; only what was disbursed remains.</summary>
    Cancelled,

    /// <summary>Its record was reversed, as if it had never been entered.</summary>
    Reversed,
}

/// <summary>A part of an operation that was disbursed and stands.</summary>
/// <param name="Id">Id of its entry.</param>
/// <param name="On">When it was disbursed.</param>
public sealed record DisbursedPart(string Id, DateOnly On);

/// <summary>An operation that instruments back. It counts once, whatever their number.</summary>
public sealed record Operation : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>The operation's name, its own within the fund.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of the instruments that back it.</summary>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>Whether a guarantee is among them.</summary>
    public bool Guaranteed { get; init; }

    /// <summary>ISO 4217 code of the amount's currency, the fund's.</summary>
    public required string Currency { get; init; }

    /// <summary>The investment it is expected to mobilise, as it was recorded.</summary>
    public required decimal ExpectedMobilised { get; init; }

    /// <summary>How much of each instrument is expected to back it; empty when that is not itemised.</summary>
    public IReadOnlyList<Backing> Amounts { get; init; } = [];

    /// <summary>What each financier is expected to put in, as far as that is itemised.</summary>
    public IReadOnlyList<Finance> Financiers { get; init; } = [];

    /// <summary>The date it belongs to.</summary>
    public required DateOnly RecordedFor { get; init; }

    /// <summary>Where it was published, or what is assumed.</summary>
    public string? Note { get; init; }

    /// <summary>The entry of its signature, while that stands.</summary>
    public string? SignatureId { get; init; }

    /// <summary>When it was signed.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>How much of each instrument was signed to back it.</summary>
    public IReadOnlyList<Backing> SignedAmounts { get; init; } = [];

    /// <summary>What each financier signed for.</summary>
    public IReadOnlyList<Finance> SignedFinanciers { get; init; } = [];

    /// <summary>The disbursed parts that stand.</summary>
    public IReadOnlyList<DisbursedPart> Parts { get; init; } = [];

    /// <summary>The grants paid and the cover in effect.</summary>
    public IReadOnlyList<Backing> DisbursedAmounts { get; init; } = [];

    /// <summary>What each financier has paid in.</summary>
    public IReadOnlyList<Finance> DisbursedFinanciers { get; init; } = [];

    /// <summary>The entry of its cancellation, while that stands.</summary>
    public string? CancellationId { get; init; }

    /// <summary>When it was cancelled.</summary>
    public DateOnly? CancelledOn { get; init; }

    /// <summary>When its record was reversed.</summary>
    public DateOnly? ReversedOn { get; init; }

    /// <summary>Why its record was reversed.</summary>
    public string? ReversalReason { get; init; }

    /// <summary>How far it is.</summary>
    public OperationStatus Status() => this switch
    {
        { ReversedOn: not null } => OperationStatus.Reversed,
        { CancellationId: not null } => OperationStatus.Cancelled,
        { SignatureId: not null } => OperationStatus.Signed,
        _ => OperationStatus.Expected,
    };

    /// <summary>An amount in the operation's currency.</summary>
    public Money Books(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>One of its three figures, as it stands now.</summary>
    internal OperationFigures Figures(Measure measure) => (measure, Status()) switch
    {
        (_, OperationStatus.Reversed) => OperationFigures.None,
        (Measure.Disbursed, _) => Disbursed(),
        // What is cancelled is neither signed nor to be expected any more, beyond what was disbursed.
        (Measure.Signed, OperationStatus.Cancelled) => Disbursed(),
        (Measure.Expected, OperationStatus.Cancelled) when Disbursed().Investment < ExpectedMobilised => Disbursed(),
        (Measure.Signed, _) => Figures(SignedAmounts, SignedFinanciers, SignedAmounts, SignedFinanciers),
        _ => Figures(Amounts, Financiers, Amounts, Financiers) with { Investment = ExpectedMobilised },
    };

    OperationFigures Disbursed() => Figures(DisbursedAmounts, DisbursedFinanciers, SignedAmounts, SignedFinanciers);

    // Private finance is attributed as the signature divides it, however unevenly the parts come in.
    OperationFigures Figures(
        IReadOnlyList<Backing> amounts, IReadOnlyList<Finance> financiers, IReadOnlyList<Backing> byAmounts, IReadOnlyList<Finance> byFinanciers)
    {
        var figures = OperationFigures.Of(amounts, financiers, 0);
        return figures with { Attributed = Attribution.Of(figures.Private, Guaranteed, byAmounts, byFinanciers, TrustFund.Currency.Of(Currency)) };
    }
}

/// <summary>That a name is taken in a fund: an operation entered once for its grant and again for its guarantee would count twice.</summary>
public sealed record OperationName : State
{
    /// <summary>The operation that has the name.</summary>
    public required string OperationId { get; init; }

    /// <summary>Whether that operation's record was reversed, so that another may take the name.</summary>
    public bool Released { get; init; }

    /// <summary>The row's id: letter case and spacing make no other name.</summary>
    public static string IdOf(string fund, string name) => $"{fund}/{Names.Fold(name)}";
}
