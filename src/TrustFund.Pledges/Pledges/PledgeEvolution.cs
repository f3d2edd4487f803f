using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Pledges;

/// <summary>How a pledge follows from facts: in the fund's currency, and in its own where that is another.</summary>
static class PledgeEvolution
{
    public static void Apply(States states, PledgeAnnounced fact, string? trace)
    {
        Stages Announced(Money amount)
        {
            var nothing = Money.Zero(amount.Currency).Amount;
            return new(amount.Currency, amount.Amount, nothing, nothing, nothing, nothing, nothing, []);
        }

        var booked = Announced(fact.Amount);
        states.Put(new Pledge
        {
            Id = fact.PledgeId,
            Fund = fact.Fund,
            Donor = fact.Donor,
            Currency = booked.Currency,
            Pledged = booked.Pledged,
            Certified = booked.Certified,
            Received = booked.Received,
            Allocated = booked.Allocated,
            Reserved = booked.Reserved,
            ExchangeDifference = booked.Difference,
            Earmarks = booked.Earmarks,
            Foreign = fact.Original is { } original ? new(Announced(original), []) : null,
            Certificates = [],
            Gaps = [],
            AnnouncedOn = fact.AnnouncedOn,
            Note = fact.Note,
            Reference = fact.Reference,
            TraceParent = trace,
        });
    }

    public static void Apply(States states, PledgeConfirmed fact) => states.Change<Pledge>(
        fact.PledgeId, pledge => pledge with { ConfirmedOn = fact.ConfirmedOn });

    public static void Apply(States states, PledgeWithdrawn fact) => states.Change<Pledge>(
        fact.PledgeId, pledge => pledge with { WithdrawnOn = fact.WithdrawnOn, WithdrawalReason = fact.Reason });

    public static void Apply(States states, PledgeRaised fact) => states.Change<Pledge>(fact.PledgeId, pledge => Both(
        pledge, fact.By, fact.Original, (stages, by) => stages with { Pledged = stages.Pledged + by }));

    public static void Apply(States states, PledgeReduced fact) => states.Change<Pledge>(fact.PledgeId, pledge => After(pledge, fact));

    public static void Apply(States states, PledgeCertified fact, string? trace) => states.Change<Pledge>(
        fact.PledgeId, pledge => After(pledge, fact) with { TraceParent = trace ?? pledge.TraceParent });

    public static void Apply(States states, ReductionRequested fact) => states.Change<Pledge>(fact.PledgeId, pledge => After(pledge, fact));

    public static void Apply(States states, ReductionRejected fact, string? window) => states.Change<Pledge>(
        fact.PledgeId, pledge => After(pledge, fact, window));

    public static void Apply(States states, ReductionCompleted fact) => states.Change<Pledge>(fact.PledgeId, pledge => Both(
        pledge, fact.Amount, fact.Original, (stages, by) => (stages with
        {
            Pledged = stages.Pledged - by,
            Certified = stages.Certified - by,
            Reserved = stages.Reserved - by,
        }).Earmarked(fact.Window, earmark => earmark with { Certified = earmark.Certified - by, Reserved = earmark.Reserved - by })));

    public static Pledge After(Pledge pledge, PledgeReduced fact) => Both(
        pledge, fact.By, fact.Original, (stages, by) => stages with { Pledged = stages.Pledged - by });

    public static Pledge After(Pledge pledge, PledgeCertified fact)
    {
        var after = Both(pledge, fact.Amount, fact.Original, (stages, by) => stages with { Certified = stages.Certified + by });
        after = after with { Pledged = after.Pledged + (fact.PledgeDifference?.Amount ?? 0) };
        return Windows(after, fact.Earmarks, fact.OriginalEarmarks, (earmark, part) => earmark with { Certified = earmark.Certified + part }) with
        {
            Certificates = [.. pledge.Certificates, fact.CertificateId],
        };
    }

    public static Pledge After(Pledge pledge, ReductionRequested fact) => Both(
        pledge, fact.Amount, fact.Original, (stages, by) => Reserved(stages, fact.Window, by));

    public static Pledge After(Pledge pledge, ReductionRejected fact, string? window) => Both(
        pledge, fact.Amount, fact.Original, (stages, by) => Reserved(stages, window, -by));

    static Stages Reserved(Stages stages, string? window, decimal by) => (stages with { Reserved = stages.Reserved + by })
        .Earmarked(window, earmark => earmark with { Reserved = earmark.Reserved + by });

    /// <summary>One change in both currencies: by the booked amount in the fund's, by the original one in the pledge's own.</summary>
    public static Pledge Both(Pledge pledge, Money booked, Money? original, Func<Stages, decimal, Stages> change)
    {
        var after = pledge.With(change(pledge.Booked(), booked.Amount));
        return pledge.Foreign is { } foreign && original is { } own
            ? after with { Foreign = foreign with { Own = change(foreign.Own, own.Amount) } }
            : after;
    }

    /// <summary>A change of each named window's earmark, in both currencies.</summary>
    public static Pledge Windows(
        Pledge pledge, IReadOnlyList<WindowAmount>? booked, IReadOnlyList<WindowAmount>? original, Func<Earmark, decimal, Earmark> change)
    {
        if (booked is null or [])
            return pledge;
        Stages Each(Stages stages, IEnumerable<WindowAmount> parts) => parts.Aggregate(
            stages, (changed, part) => changed.Earmarked(part.Window, earmark => change(earmark, part.Amount.Amount)));
        var after = pledge.With(Each(pledge.Booked(), booked));
        return pledge.Foreign is { } foreign && original is not null
            ? after with { Foreign = foreign with { Own = Each(foreign.Own, original) } }
            : after;
    }

    public static Pledge After(Pledge pledge, ContributionAllocated fact) => MoneyEvolution.After(pledge, fact);

    public static Pledge After(Pledge pledge, ExchangeDifferenceRealised fact) => MoneyEvolution.After(pledge, fact);
}
