using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Certificates;

/// <summary>What a certificate earmarks to one window.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">The amount, in the fund's currency.</param>
/// <param name="Cancelled">What completed reductions took back of it.</param>
public sealed record CertifiedEarmark(string Window, decimal Amount, decimal Cancelled);

/// <summary>A part of a certificate and the day it is due.</summary>
/// <param name="DueOn">The day it is due.</param>
/// <param name="Amount">The amount, in the fund's currency.</param>
/// <param name="Cancelled">What completed reductions took back of it.</param>
public sealed record CertifiedInstalment(DateOnly DueOn, decimal Amount, decimal Cancelled);

/// <summary>A contribution certificate: a pledge, or a part of it, made legal.</summary>
public sealed record Certificate : State
{
    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    public required Currency Currency { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>What completed reductions took back of it.</summary>
    public required decimal Cancelled { get; init; }

    public required IReadOnlyList<CertifiedEarmark> Earmarks { get; init; }

    /// <summary>Its instalments, by due date; they add up to the amount.</summary>
    public required IReadOnlyList<CertifiedInstalment> Instalments { get; init; }

    public required DateOnly CertifiedOn { get; init; }

    public string? Reference { get; init; }

    internal static void Apply(States states, PledgeCertified fact)
    {
        var nothing = Money.Zero(fact.Amount.Currency).Amount;
        states.Put(new Certificate
        {
            Id = fact.CertificateId,
            Fund = fact.Fund,
            PledgeId = fact.PledgeId,
            Currency = fact.Amount.Currency,
            Amount = fact.Amount.Amount,
            Cancelled = nothing,
            Earmarks = [.. fact.Earmarks.Select(earmark => new CertifiedEarmark(earmark.Window, earmark.Amount.Amount, nothing))],
            Instalments = [.. fact.Instalments
                .OrderBy(instalment => instalment.DueOn)
                .Select(instalment => new CertifiedInstalment(instalment.DueOn, instalment.Amount.Amount, nothing))],
            CertifiedOn = fact.CertifiedOn,
            Reference = fact.Reference,
        });
    }

    /// <summary>A reduction is taken from the newest certificates that hold the pot it comes from, and there from the instalments due last.</summary>
    internal static void Apply(States states, ReductionCompleted fact)
    {
        var left = fact.Amount.Amount;
        foreach (var id in states.Get<Pledge>(fact.PledgeId).Certificates.Reverse())
        {
            var certificate = states.Get<Certificate>(id);
            var part = Math.Min(left, certificate.RemainsIn(fact.Window));
            if (part <= 0)
                continue;
            states.Put(certificate.Less(part, fact.Window));
            left -= part;
        }
        if (left != 0)
            throw new InvalidOperationException($"Reduction '{fact.RequestId}' exceeds its pledge's certificates by {left}.");
    }

    decimal RemainsIn(string? window) => window is null
        ? Amount - Cancelled - Earmarks.Sum(earmark => earmark.Amount - earmark.Cancelled)
        : Earmarks.Where(earmark => earmark.Window == window).Sum(earmark => earmark.Amount - earmark.Cancelled);

    Certificate Less(decimal part, string? window)
    {
        var instalments = Instalments.ToArray();
        var left = part;
        for (var i = instalments.Length - 1; i >= 0 && left > 0; i--)
        {
            var cancelled = Math.Min(left, instalments[i].Amount - instalments[i].Cancelled);
            instalments[i] = instalments[i] with { Cancelled = instalments[i].Cancelled + cancelled };
            left -= cancelled;
        }
        return this with
        {
            Cancelled = Cancelled + part,
            Earmarks = [.. Earmarks.Select(earmark => earmark.Window == window ? earmark with { Cancelled = earmark.Cancelled + part } : earmark)],
            Instalments = instalments,
        };
    }
}
