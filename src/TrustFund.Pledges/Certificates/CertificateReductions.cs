using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Certificates;

/// <summary>What a pledge's certificates lose when a part of it is taken back.</summary>
static class CertificateReductions
{
    /// <summary>A request that names an instalment keeps it from being taken by another one meanwhile.</summary>
    public static void Apply(States states, ReductionRequested fact)
    {
        if (fact.CertificateId is { } id)
            Reserve(states, id, fact.DueOn, fact.Window, (fact.Original ?? fact.Amount).Amount);
    }

    public static void Apply(States states, ReductionRejected fact)
    {
        var reduction = states.Get<Reduction>(fact.RequestId);
        if (reduction.CertificateId is { } id)
            Reserve(states, id, reduction.DueOn, reduction.Window, -(fact.Original ?? fact.Amount).Amount);
    }

    /// <summary>
    /// The named instalment loses it; without one, the newest certificates that hold the pot, and there the instalments due last.
    /// </summary>
    public static void Apply(States states, ReductionCompleted fact)
    {
        var amount = (fact.Original ?? fact.Amount).Amount;
        var reduction = states.Get<Reduction>(fact.RequestId);
        if (reduction.CertificateId is { } id)
        {
            Reserve(states, id, reduction.DueOn, fact.Window, -amount);
            states.Change<Certificate>(id, certificate => Less(
                certificate, amount, fact.Window, Latest(certificate, amount, i => certificate.Instalments[i].DueOn == reduction.DueOn)));
            return;
        }
        Take(states, fact.PledgeId, fact.RequestId, amount, fact.Window, Any);
    }

    /// <summary>A refund takes back what was certified and paid: of the instalments that were paid, those due last.</summary>
    public static void Apply(States states, RefundCompleted fact, decimal amount)
    {
        if (amount == 0)
            return;
        // The pledge has lost the amount already when its certificates follow.
        var allocated = states.Get<Pledge>(fact.PledgeId).Own().Allocated + amount;
        Take(states, fact.PledgeId, fact.RequestId, amount, fact.Window, Paid(states, fact.PledgeId, allocated));
    }

    /// <summary>The instalments that a reduction will lower once it is completed.</summary>
    public static IReadOnlyList<CancelledInstalment> OfReduction(States states, Reduction reduction, Money booked)
    {
        if (reduction is { CertificateId: { } id, DueOn: { } due })
            return [new(id, due, booked)];
        return Said(Cuts(states, reduction.PledgeId, (reduction.Original ?? booked).Amount, reduction.Window, Any), booked);
    }

    /// <summary>The instalments that a refund will lower once it is completed.</summary>
    /// <param name="states">The pledge with its certificates.</param>
    /// <param name="pledge">The pledge, which has not lost the amount yet.</param>
    /// <param name="window">The window whose earmark is lowered; the pool when null.</param>
    /// <param name="own">What is taken of the certificates, in the pledge's currency.</param>
    /// <param name="booked">The same in the fund's currency.</param>
    public static IReadOnlyList<CancelledInstalment> OfRefund(States states, Pledge pledge, string? window, decimal own, Money booked) =>
        Said(Cuts(states, pledge.Id, own, window, Paid(states, pledge.Id, pledge.Own().Allocated)), booked);

    static bool Any(string certificateId, int instalment) => true;

    /// <summary>Whether something of an instalment was paid.</summary>
    static Func<string, int, bool> Paid(States states, string pledgeId, decimal allocated)
    {
        var certificates = PledgeCertificates.Of(states, pledgeId);
        var paid = InstalmentSchedule.Received(allocated, certificates);
        var order = certificates.Select((certificate, i) => (certificate.Id, Paid: paid[i])).ToDictionary(entry => entry.Id, entry => entry.Paid);
        return (id, i) => order[id][i] > 0;
    }

    static IReadOnlyList<CancelledInstalment> Said(IEnumerable<Cut> cuts, Money booked)
    {
        var lowered = cuts
            .SelectMany(cut => cut.Instalments.Index().Where(entry => entry.Item > 0).Select(entry => (cut.Certificate.Id, cut.Certificate.Instalments[entry.Index].DueOn, Amount: entry.Item)))
            .ToList();
        if (lowered.Count == 0)
            return [];
        var amounts = Split.ByLargestRemainder(booked, [.. lowered.Select(entry => entry.Amount)]);
        return [.. lowered.Select((entry, i) => new CancelledInstalment(entry.Id, entry.DueOn, amounts[i]))];
    }

    static void Take(States states, string pledgeId, string requestId, decimal amount, string? window, Func<string, int, bool> first)
    {
        var left = amount;
        foreach (var (certificate, part, instalments) in Cuts(states, pledgeId, amount, window, first).ToList())
        {
            states.Put(Less(certificate, part, window, instalments));
            left -= part;
        }
        if (left != 0)
            throw new InvalidOperationException($"Reduction '{requestId}' exceeds its pledge's certificates by {left}.");
    }

    /// <summary>What each certificate loses, the newest first.</summary>
    static IEnumerable<Cut> Cuts(States states, string pledgeId, decimal amount, string? window, Func<string, int, bool> first)
    {
        var left = amount;
        foreach (var id in states.Get<Pledge>(pledgeId).Certificates.Reverse())
        {
            var certificate = states.Get<Certificate>(id);
            var part = Math.Min(left, certificate.RemainsIn(window));
            if (part <= 0)
                continue;
            yield return new(certificate, part, Latest(certificate, part, i => first(id, i)));
            left -= part;
        }
    }

    /// <summary>What each instalment of a certificate loses: the last ones first of those that come first.</summary>
    static decimal[] Latest(Certificate certificate, decimal part, Func<int, bool> first)
    {
        var cancelled = new decimal[certificate.Instalments.Count];
        var left = part;
        foreach (var i in Enumerable.Range(0, cancelled.Length).Reverse().OrderBy(i => !first(i)))
        {
            cancelled[i] = Math.Min(left, certificate.Instalments[i].Remains());
            left -= cancelled[i];
        }
        return cancelled;
    }

    static Certificate Less(Certificate certificate, decimal part, string? window, decimal[] cancelled) => certificate with
    {
        Cancelled = certificate.Cancelled + part,
        Earmarks = [.. certificate.Earmarks.Select(earmark => earmark.Window == window ? earmark with { Cancelled = earmark.Cancelled + part } : earmark)],
        Instalments = [.. certificate.Instalments.Select((instalment, i) => instalment with { Cancelled = instalment.Cancelled + cancelled[i] })],
    };

    static void Reserve(States states, string certificateId, DateOnly? dueOn, string? window, decimal by) => states.Change<Certificate>(certificateId, certificate =>
    {
        var left = by;
        return certificate with
        {
            Earmarks = [.. certificate.Earmarks.Select(earmark => earmark.Window == window ? earmark with { Reserved = earmark.Reserved + by } : earmark)],
            Instalments = [.. certificate.Instalments.Select(instalment =>
            {
                if (instalment.DueOn != dueOn || left == 0)
                    return instalment;
                var part = left > 0 ? Math.Min(left, instalment.Remains()) : -Math.Min(-left, instalment.Reserved);
                left -= part;
                return instalment with { Reserved = instalment.Reserved + part };
            })],
        };
    });

    /// <summary>What a certificate loses, and what of it each of its instalments, in their order.</summary>
    sealed record Cut(Certificate Certificate, decimal Part, decimal[] Instalments);
}
