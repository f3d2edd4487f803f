using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Pledges;

/// <summary>How a pledge follows from facts.</summary>
static class PledgeEvolution
{
    public static void Apply(States states, PledgeAnnounced fact, string? trace)
    {
        var nothing = Money.Zero(fact.Amount.Currency).Amount;
        states.Put(new Pledge
        {
            Id = fact.PledgeId,
            Fund = fact.Fund,
            Donor = fact.Donor,
            Currency = fact.Amount.Currency,
            Pledged = fact.Amount.Amount,
            Certified = nothing,
            Received = nothing,
            Allocated = nothing,
            Reserved = nothing,
            Earmarks = [],
            Certificates = [],
            AnnouncedOn = fact.AnnouncedOn,
            Note = fact.Note,
            Reference = fact.Reference,
            TraceParent = trace,
        });
    }

    public static void Apply(States states, PledgeRaised fact) => states.Change<Pledge>(
        fact.PledgeId, pledge => pledge with { Pledged = pledge.Pledged + fact.By.Amount });

    public static void Apply(States states, PledgeReduced fact) => states.Change<Pledge>(
        fact.PledgeId, pledge => pledge with { Pledged = pledge.Pledged - fact.By.Amount });

    public static void Apply(States states, PledgeCertified fact, string? trace) => states.Change<Pledge>(fact.PledgeId, pledge => pledge with
    {
        Certified = pledge.Certified + fact.Amount.Amount,
        Earmarks = fact.Earmarks.Aggregate(
            pledge.Earmarks, (earmarks, added) => Changed(earmarks, added.Window, certified: added.Amount.Amount, reserved: 0)),
        Certificates = [.. pledge.Certificates, fact.CertificateId],
        TraceParent = trace ?? pledge.TraceParent,
    });

    public static void Apply(States states, ContributionReceived fact) => states.Change<Pledge>(fact.PledgeId, pledge => pledge with
    {
        Received = pledge.Received + fact.Amount.Amount,
        Allocated = pledge.Allocated + fact.Allocated.Amount,
        LastReceivedOn = pledge.LastReceivedOn > fact.ReceivedOn ? pledge.LastReceivedOn : fact.ReceivedOn,
    });

    public static void Apply(States states, ContributionAllocated fact) => states.Change<Pledge>(
        fact.PledgeId, pledge => pledge with { Allocated = pledge.Allocated + fact.Amount.Amount });

    public static void Apply(States states, ReductionRequested fact) => states.Change<Pledge>(fact.PledgeId, pledge => pledge with
    {
        Reserved = pledge.Reserved + fact.Amount.Amount,
        Earmarks = Changed(pledge.Earmarks, fact.Window, certified: 0, reserved: fact.Amount.Amount),
    });

    public static void Apply(States states, ReductionRejected fact, string? window) => states.Change<Pledge>(fact.PledgeId, pledge => pledge with
    {
        Reserved = pledge.Reserved - fact.Amount.Amount,
        Earmarks = Changed(pledge.Earmarks, window, certified: 0, reserved: -fact.Amount.Amount),
    });

    public static void Apply(States states, ReductionCompleted fact) => states.Change<Pledge>(fact.PledgeId, pledge => pledge with
    {
        Pledged = pledge.Pledged - fact.Amount.Amount,
        Certified = pledge.Certified - fact.Amount.Amount,
        Reserved = pledge.Reserved - fact.Amount.Amount,
        Earmarks = Changed(pledge.Earmarks, fact.Window, certified: -fact.Amount.Amount, reserved: -fact.Amount.Amount),
    });

    static IReadOnlyList<Earmark> Changed(IReadOnlyList<Earmark> earmarks, string? window, decimal certified, decimal reserved)
    {
        if (window is null)
            return earmarks;
        var kept = earmarks.FirstOrDefault(earmark => earmark.Window == window) ?? new(window, 0, 0);
        var changed = kept with { Certified = kept.Certified + certified, Reserved = kept.Reserved + reserved };
        return [.. earmarks.Where(earmark => earmark.Window != window), changed];
    }
}
