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
            states.Change<Certificate>(id, certificate => Less(certificate, amount, fact.Window, i => certificate.Instalments[i].DueOn == reduction.DueOn));
            return;
        }
        Take(states, fact.PledgeId, fact.RequestId, amount, fact.Window, (_, _) => true);
    }

    /// <summary>A refund takes back what was certified and paid: of the instalments that were paid, those due last.</summary>
    public static void Apply(States states, RefundCompleted fact, decimal amount)
    {
        if (amount == 0)
            return;
        var pledge = states.Get<Pledge>(fact.PledgeId);
        var certificates = PledgeCertificates.Of(states, fact.PledgeId);
        // The pledge has lost the amount already when its certificates follow.
        var paid = InstalmentSchedule.Received(pledge.Own().Allocated + amount, certificates);
        var order = certificates.Select((certificate, i) => (certificate.Id, Paid: paid[i])).ToDictionary(entry => entry.Id, entry => entry.Paid);
        Take(states, fact.PledgeId, fact.RequestId, amount, fact.Window, (id, i) => order[id][i] > 0);
    }

    static void Take(States states, string pledgeId, string requestId, decimal amount, string? window, Func<string, int, bool> first)
    {
        var left = amount;
        foreach (var id in states.Get<Pledge>(pledgeId).Certificates.Reverse())
        {
            var certificate = states.Get<Certificate>(id);
            var part = Math.Min(left, certificate.RemainsIn(window));
            if (part <= 0)
                continue;
            states.Put(Less(certificate, part, window, i => first(id, i)));
            left -= part;
        }
        if (left != 0)
            throw new InvalidOperationException($"Reduction '{requestId}' exceeds its pledge's certificates by {left}.");
    }

    static Certificate Less(Certificate certificate, decimal part, string? window, Func<int, bool> first)
    {
        var instalments = certificate.Instalments.ToArray();
        var left = part;
        foreach (var i in Enumerable.Range(0, instalments.Length).Reverse().OrderBy(i => !first(i)))
        {
            var cancelled = Math.Min(left, instalments[i].Remains());
            instalments[i] = instalments[i] with { Cancelled = instalments[i].Cancelled + cancelled };
            left -= cancelled;
        }
        return certificate with
        {
            Cancelled = certificate.Cancelled + part,
            Earmarks = [.. certificate.Earmarks.Select(earmark => earmark.Window == window ? earmark with { Cancelled = earmark.Cancelled + part } : earmark)],
            Instalments = instalments,
        };
    }

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
}
