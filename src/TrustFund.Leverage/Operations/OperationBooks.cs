using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>How operations and the sums over them follow from their facts.</summary>
static class OperationBooks
{
    static readonly Measure[] Measures = Enum.GetValues<Measure>();

    /// <summary>The states that a change of an operation with these instruments writes.</summary>
    public static IEnumerable<StateKey> Touches(string fund, IEnumerable<string> instruments) =>
    [
        StateKey.Of<Portfolio>(fund),
        .. Measures.Select(measure => StateKey.Of<MobilisedTotal>(MobilisedTotal.IdOf(fund, measure))),
        .. instruments.Select(code => StateKey.Of<Instrument>(Instrument.IdOf(fund, code))),
    ];

    public static void Apply(States states, Recorded fact, OperationRecorded recorded)
    {
        states.Put(new OperationName { Id = OperationName.IdOf(recorded.Fund, recorded.Name), OperationId = recorded.OperationId });
        Change(states, fact, null, Of(states, recorded));
    }

    public static void Apply(States states, Recorded recorded, OperationSigned signed)
    {
        var operation = states.Get<Operation>(signed.OperationId);
        var entry = Entry(operation, signed.SignatureId, OperationEntryKind.Signature, signed.SignedOn) with
        {
            Amounts = Backing.Of(states, signed.Fund, signed.Amounts),
            Financiers = Finance.Of(signed.Financiers),
            Reference = signed.Reference,
        };
        states.Put(entry);
        Change(states, recorded, operation, operation with
        {
            SignatureId = entry.Id,
            SignedOn = entry.HappenedOn,
            SignedAmounts = entry.Amounts,
            SignedFinanciers = entry.Financiers,
        });
    }

    public static void Apply(States states, Recorded recorded, OperationDisbursed disbursed)
    {
        var operation = states.Get<Operation>(disbursed.OperationId);
        var entry = Entry(operation, disbursed.DisbursementId, OperationEntryKind.Disbursement, disbursed.DisbursedOn) with
        {
            Amounts = Backing.Of(states, disbursed.Fund, disbursed.Amounts),
            Financiers = Finance.Of(disbursed.Financiers),
            Reference = disbursed.Reference,
        };
        states.Put(entry);
        Change(states, recorded, operation, operation with
        {
            Parts = [.. operation.Parts, new(entry.Id, entry.HappenedOn)],
            DisbursedAmounts = Backing.Sum(operation.DisbursedAmounts, entry.Amounts),
            DisbursedFinanciers = Finance.Sum(operation.DisbursedFinanciers, entry.Financiers),
        });
    }

    public static void Apply(States states, Recorded recorded, OperationCancelled cancelled)
    {
        var operation = states.Get<Operation>(cancelled.OperationId);
        var entry = Entry(operation, cancelled.CancellationId, OperationEntryKind.Cancellation, cancelled.CancelledOn);
        states.Put(entry with { Reason = cancelled.Reason });
        Change(states, recorded, operation, Cancelled(operation, entry.Id, entry.HappenedOn));
    }

    public static void Apply(States states, Recorded recorded, OperationEntryReversed reversed)
    {
        var operation = states.Get<Operation>(reversed.OperationId);
        var entry = reversed.Kind == OperationEntryKind.Record ? null : states.Get<OperationEntry>(reversed.EntryId);
        if (entry is not null)
            states.Put(entry with { ReversedOn = reversed.ReversedOn, ReversalReason = reversed.Reason });
        else
            states.Change<OperationName>(OperationName.IdOf(operation.Fund, operation.Name), name => name with { Released = true });
        Change(states, recorded, operation, Without(operation, entry, reversed.ReversedOn, reversed.Reason));
    }

    /// <summary>An operation as it is once it is cancelled.</summary>
    public static Operation Cancelled(Operation operation, string id, DateOnly on) => operation with { CancellationId = id, CancelledOn = on };

    /// <summary>An operation as it is once an entry of it is reversed: its record when the entry is null.</summary>
    public static Operation Without(Operation operation, OperationEntry? entry, DateOnly on, string reason) => entry?.Kind switch
    {
        OperationEntryKind.Signature => operation with { SignatureId = null, SignedOn = null, SignedAmounts = [], SignedFinanciers = [] },
        OperationEntryKind.Cancellation => operation with { CancellationId = null, CancelledOn = null },
        OperationEntryKind.Disbursement => operation with
        {
            Parts = [.. operation.Parts.Where(part => part.Id != entry.Id)],
            DisbursedAmounts = Backing.Sum(operation.DisbursedAmounts, entry.Amounts.Select(part => part with { Amount = -part.Amount })),
            DisbursedFinanciers = Finance.Sum(operation.DisbursedFinanciers, entry.Financiers.Select(part => part with { Amount = -part.Amount })),
        },
        _ => operation with { ReversedOn = on, ReversalReason = reason },
    };

    /// <summary>An operation at its beginning.</summary>
    public static Operation Of(States states, OperationRecorded recorded) => new()
    {
        Id = recorded.OperationId,
        Fund = recorded.Fund,
        Name = recorded.Name,
        Instruments = recorded.Instruments,
        Guaranteed = recorded.Instruments.Any(code => states.Get<Instrument>(Instrument.IdOf(recorded.Fund, code)).Kind == InstrumentKind.Guarantee),
        Currency = recorded.ExpectedMobilised.Currency.Code,
        ExpectedMobilised = recorded.ExpectedMobilised.Amount,
        Amounts = Backing.Of(states, recorded.Fund, recorded.Amounts),
        Financiers = Finance.Of(recorded.Financiers),
        RecordedFor = recorded.RecordedFor,
        Note = recorded.Note,
    };

    static OperationEntry Entry(Operation operation, string id, OperationEntryKind kind, DateOnly on) =>
        new() { Id = id, Fund = operation.Fund, OperationId = operation.Id, Kind = kind, Currency = operation.Currency, HappenedOn = on };

    // Writes the operation and moves every sum by exactly what its figures have changed.
    static void Change(States states, Recorded recorded, Operation? before, Operation after)
    {
        states.Put(after);
        foreach (var measure in Measures)
            MobilisedTotal.Move(states, recorded, after.Fund, measure, before?.Figures(measure) ?? OperationFigures.None, after.Figures(measure));
        Portfolio.Move(states, before, after);
        foreach (var code in after.Instruments)
            Instrument.Move(states, recorded, code, before, after);
    }
}
