using TrustFund.Events;
using TrustFund.Events.Leverage.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Rehearsal;

namespace TrustFund.Leverage.Tests;

/// <summary>The service beside the plainest account of what happened: sums that a child could keep.</summary>
sealed class World
{
    /// <summary>What is certified to the pool and to each window.</summary>
    public Dictionary<string, decimal> Certified { get; } = new() { ["pool"] = 0, ["BLENDING"] = 0, ["GUARANTEE"] = 0 };

    /// <summary>How many operations were accepted.</summary>
    public int Operations { get; private set; }

    /// <summary>What they mobilise together.</summary>
    public decimal Expected { get; private set; }

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
        }
    }

    void Apply(Certify certify)
    {
        var (pool, blending, guarantee) = (certify.Pool / 100m, certify.Blending / 100m, certify.Guarantee / 100m);
        if (pool + blending + guarantee == 0)
            return;
        Service.Follow("pledges", new PledgeCertified(
            Eip.Fund, "p", "c", "EU", Money.Euros(pool + blending + guarantee), [.. Earmarks(blending, guarantee)], [], Eip.Established));
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
        if (amount == 0)
            return;
        Service.Reduce(amount, reduce.Window);
        Certified[from] -= amount;
    }

    void Apply(Operate operate)
    {
        var name = $"Operation {Operations}";
        var amount = Money.Euros(operate.Cents / 100m);
        if (Service.Execute(new RecordOperation(Eip.Fund, name, name, operate.Instruments, amount, Eip.Established, null)) is not null)
            return;
        Operations++;
        Expected += amount.Amount;
    }
}
