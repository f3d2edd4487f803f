using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Certificates;

/// <summary>What a certificate earmarks to one window.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">The amount, in the pledge's currency.</param>
/// <param name="Cancelled">What completed reductions and refunds took back of it.</param>
/// <param name="Reserved">What requests that name this certificate would take back, and Contracts has not yet decided.</param>
public sealed record CertifiedEarmark(string Window, decimal Amount, decimal Cancelled, decimal Reserved = 0);

/// <summary>A part of a certificate and the day it is due.</summary>
/// <param name="DueOn">The day it is due.</param>
/// <param name="Amount">The amount, in the pledge's currency.</param>
/// <param name="Cancelled">What completed reductions and refunds took back of it.</param>
/// <param name="Reserved">What requests that name this instalment would take back, and Contracts has not yet decided.</param>
/// <param name="Called">What of it the donor was asked to pay.</param>
/// <param name="CalledOn">When it was last asked; null when it never was, or the call was taken back.</param>
/// <param name="CallReversedOn">When its call was taken back; null when it never was, or it was called anew.</param>
public sealed record CertifiedInstalment(
    DateOnly DueOn,
    decimal Amount,
    decimal Cancelled,
    decimal Reserved = 0,
    decimal Called = 0,
    DateOnly? CalledOn = null,
    DateOnly? CallReversedOn = null)
{
    /// <summary>What is neither taken back nor about to be.</summary>
    public decimal Remains() => Amount - Cancelled - Reserved;
}

/// <summary>A contribution certificate: a pledge, or a part of it, made legal. Its amounts are in the pledge's own currency.</summary>
public sealed record Certificate : State
{
    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    /// <summary>The pledge's own currency.</summary>
    public required Currency Currency { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>What completed reductions and refunds took back of it.</summary>
    public required decimal Cancelled { get; init; }

    public required IReadOnlyList<CertifiedEarmark> Earmarks { get; init; }

    /// <summary>Its instalments, by due date; they add up to the amount.</summary>
    public required IReadOnlyList<CertifiedInstalment> Instalments { get; init; }

    public required DateOnly CertifiedOn { get; init; }

    public string? Reference { get; init; }

    /// <summary>The amount as it is booked in the fund's currency; null when that is the pledge's.</summary>
    public Money? Booked { get; init; }

    /// <summary>The rate it is booked at.</summary>
    public RateQuote? Rate { get; init; }

    internal static void Apply(States states, PledgeCertified fact)
    {
        var amount = fact.Original ?? fact.Amount;
        var nothing = Money.Zero(amount.Currency).Amount;
        states.Put(new Certificate
        {
            Id = fact.CertificateId,
            Fund = fact.Fund,
            PledgeId = fact.PledgeId,
            Currency = amount.Currency,
            Amount = amount.Amount,
            Cancelled = nothing,
            Earmarks = [.. (fact.OriginalEarmarks ?? fact.Earmarks).Select(earmark => new CertifiedEarmark(earmark.Window, earmark.Amount.Amount, nothing))],
            Instalments = [.. fact.Instalments
                .OrderBy(instalment => instalment.DueOn)
                .Select(instalment => new CertifiedInstalment(instalment.DueOn, instalment.Amount.Amount, nothing))],
            CertifiedOn = fact.CertifiedOn,
            Reference = fact.Reference,
            Booked = fact.Original is null ? null : fact.Amount,
            Rate = fact.Rate,
        });
    }

    internal static void Apply(States states, InstalmentCalled fact) => states.Change<Certificate>(fact.CertificateId, certificate =>
    {
        var left = (fact.Original ?? fact.Amount).Amount;
        return certificate with
        {
            Instalments = [.. certificate.Instalments.Select(instalment =>
            {
                var called = instalment.DueOn == fact.DueOn ? Math.Min(left, instalment.Amount - instalment.Cancelled - instalment.Called) : 0;
                left -= Math.Max(0, called);
                return called > 0 ? instalment with { Called = instalment.Called + called, CalledOn = fact.CalledOn, CallReversedOn = null } : instalment;
            })],
        };
    });

    internal static void Apply(States states, InstalmentCallReversed fact) => states.Change<Certificate>(fact.CertificateId, certificate => certificate with
    {
        Instalments = [.. certificate.Instalments.Select(instalment => instalment.DueOn == fact.DueOn && instalment.Called > 0
            ? instalment with { Called = Money.Zero(certificate.Currency).Amount, CalledOn = null, CallReversedOn = fact.ReversedOn }
            : instalment)],
    });

    /// <summary>What an amount of it is in the fund's books, at the rate it is booked at.</summary>
    internal Money InBooks(Money amount) => Booked is { } booked ? Proportion.Of(booked, amount.Amount, Amount) : amount;

    /// <summary>What of a pot is neither taken back nor about to be, by a request that names this certificate.</summary>
    internal decimal RemainsIn(string? window) => window is null
        ? Instalments.Sum(instalment => instalment.Remains()) - Earmarks.Sum(Remains)
        : Earmarks.Where(earmark => earmark.Window == window).Sum(Remains);

    static decimal Remains(CertifiedEarmark earmark) => earmark.Amount - earmark.Cancelled - earmark.Reserved;
}
