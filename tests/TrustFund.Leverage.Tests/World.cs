using TrustFund.Events;
using TrustFund.Events.Leverage.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Leverage.Tests;

/// <summary>The service beside the plainest account of what happened: sums that a child could keep.</summary>
sealed class World
{
    readonly List<Recorded> heard = [];

    /// <summary>What Pledges told, beside the fund and its windows.</summary>
    public IReadOnlyList<Recorded> Heard => heard;

    /// <summary>What is certified to the pool and to each window.</summary>
    public Dictionary<string, decimal> Certified { get; } = new() { ["pool"] = 0, ["BLENDING"] = 0, ["GUARANTEE"] = 0 };

    /// <summary>How many operations were accepted.</summary>
    public int Operations { get; private set; }

    /// <summary>What they are expected to mobilise together, as anybody would figure it from the facts.</summary>
    public decimal Expected => Facts.Sum(fact => fact switch
    {
        OperationRecorded recorded => recorded.ExpectedMobilised.Amount,
        OperationCancelled cancelled => -cancelled.ExpectedReleased.Amount,
        OperationEntryReversed reversed => reversed.ExpectedChange.Amount,
        _ => 0,
    });

    /// <summary>What was signed, as anybody would figure it from the facts.</summary>
    public decimal Signed => Facts.Sum(fact => fact switch
    {
        OperationSigned signed => signed.Investment.Amount,
        OperationCancelled cancelled => -cancelled.SignedReleased.Amount,
        OperationEntryReversed reversed => reversed.SignedChange.Amount,
        _ => 0,
    });

    /// <summary>What was disbursed, as anybody would figure it from the facts.</summary>
    public decimal Disbursed => Facts.Sum(fact => fact switch
    {
        OperationDisbursed disbursed => disbursed.Investment.Amount,
        OperationEntryReversed reversed => reversed.DisbursedChange.Amount,
        _ => 0,
    });

    IEnumerable<IFundEvent> Facts => Service.Journal.Select(recorded => recorded.Event);

    public MemoryService Service { get; } = Eip.Empty();

    public FundBooks Books => Service.Books();

    public void Take(Step step)
    {
        switch (step)
        {
            case Certify certify: Apply(certify); break;
            case Reduce reduce: Apply(reduce); break;
            case Open open:
                Service.Execute(new OpenInstrument(
                    Eip.Fund, open.Code, open.Code, open.Kind, open.Window, open.Kind == InstrumentKind.Blending ? null : open.Percent, Eip.Established));
                break;
            case Aim aim: Service.Accept(Eip.Target with { Amount = Money.Euros(aim.Euros) }); break;
            case Operate operate: Apply(operate); break;
            case Sign sign: Apply(sign); break;
            case Disburse disburse: Apply(disburse); break;
            case Cancel cancel: Service.Execute(new CancelOperation(Eip.Fund, Id(cancel.Which), NextId(), Eip.Established, "Cancelled")); break;
            case Reverse reverse: Apply(reverse); break;
            case TrueUp trueUp: Apply(trueUp); break;
            case Refund refund: Apply(refund); break;
        }
    }

    void Apply(Certify certify)
    {
        var (pool, blending, guarantee) = (certify.Pool / 100m, certify.Blending / 100m, certify.Guarantee / 100m);
        if (pool + blending + guarantee == 0)
            return;
        heard.Add(Service.Hear(new PledgeCertified(
            Eip.Fund, "p", "c", "EU", Money.Euros(pool + blending + guarantee), [.. Earmarks(blending, guarantee)], [], Eip.Established)));
        Certified["pool"] += pool;
        Certified["BLENDING"] += blending;
        Certified["GUARANTEE"] += guarantee;
    }

    static IEnumerable<WindowAmount> Earmarks(decimal blending, decimal guarantee)
    {
        if (blending > 0) yield return new("BLENDING", Money.Euros(blending));
        if (guarantee > 0) yield return new("GUARANTEE", Money.Euros(guarantee));
    }

    void Apply(Reduce reduce)
    {
        var from = reduce.Window ?? "pool";
        var amount = decimal.Floor(Certified[from] * reduce.Percent) / 100m;
        if (amount <= 0)
            return;
        heard.Add(Service.Reduce(amount, reduce.Window));
        Certified[from] -= amount;
    }

    void Apply(Operate operate)
    {
        var name = Id(Operations);
        var each = operate.Instruments.Length == 0 ? 0 : (long)operate.Cents * operate.Itemised / 100 / operate.Instruments.Length;
        var rest = ((long)operate.Cents - (each * operate.Instruments.Length)) / 2;
        var record = new RecordOperation(
            Eip.Fund, name, name, operate.Instruments, Euros(operate.Cents), Eip.Established, null,
            each == 0 ? null : [.. operate.Instruments.Select(code => new InstrumentAmount(code, Euros(each)))],
            each == 0 || rest == 0 ? null : [new("Public", FinancierKind.Public, Euros(rest)), new("Private", FinancierKind.Private, Euros(rest))]);
        if (Service.Execute(record) is null)
            Operations++;
    }

    void Apply(Sign sign)
    {
        var instruments = Service.Find<Operation>(Id(sign.Which))?.Instruments ?? [];
        FinancierAmount[] financiers = [new("Public", FinancierKind.Public, Euros(sign.Public)), new("Private", FinancierKind.Private, Euros(sign.Private))];
        Service.Execute(new SignOperation(
            Eip.Fund, Id(sign.Which), NextId(), [.. instruments.Select(code => new InstrumentAmount(code, Euros(sign.Backing)))],
            [.. financiers.Where(part => part.Amount.IsPositive)], Eip.Established, null));
    }

    void Apply(Disburse disburse)
    {
        if (Service.Find<Operation>(Id(disburse.Which)) is not { } operation)
            return;
        var financiers = operation.SignedFinanciers.Select(part => new PaidInPart(part.Financier, Part(part.Amount))).Where(part => part.Amount.IsPositive);
        var amounts = operation.SignedAmounts.Select(part => new InstrumentAmount(part.Instrument, Part(part.Amount))).Where(part => disburse.Cover && part.Amount.IsPositive);
        Service.Execute(new DisburseOperation(Eip.Fund, operation.Id, NextId(), [.. amounts], [.. financiers], Eip.Established, null));

        Money Part(decimal amount) => Money.Rounded(amount * disburse.Percent / 100m, Currency.Euro);
    }

    void Apply(Reverse reverse)
    {
        var operation = Id(reverse.Which);
        var entries = Service.All.OfType<OperationEntry>().Where(entry => entry.OperationId == operation).Select(entry => entry.Id).Prepend(operation).ToList();
        Service.Execute(new ReverseOperationEntry(Eip.Fund, operation, entries[reverse.Entry % entries.Count], Eip.Established, "A slip"));
    }

    void Apply(TrueUp trueUp)
    {
        // Whatever a rate does, a receipt brings something: no loss is larger than what was certified.
        var difference = Money.Euros(Math.Max(trueUp.Cents / 100m, -Certified[trueUp.Window ?? "pool"]));
        heard.Add(Service.Hear(new ExchangeDifferenceRealised(
            Eip.Fund, "p", "r", "NO", difference, trueUp.Window is null ? [] : [new(trueUp.Window, difference)], Eip.Established)));
        Certified[trueUp.Window ?? "pool"] += difference.Amount;
    }

    void Apply(Refund refund)
    {
        var from = refund.Window ?? "pool";
        var amount = decimal.Floor(Certified[from] * refund.Percent) / 100m;
        if (amount <= 0)
            return;
        heard.Add(Service.Hear(new RefundCompleted(
            Eip.Fund, "q", "p", "NO", Money.Euros(2 * amount), Money.Euros(amount), Money.Euros(amount), refund.Window, Eip.Established, "BANK-1")));
        Certified[from] -= amount;
    }

    static Money Euros(long cents) => Money.Euros(cents / 100m);

    static string Id(int which) => $"Operation {which}";

    string NextId() => $"entry-{Service.Journal.Count:D5}";
}
