using TrustFund.Events;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Certificates;

/// <summary>A contribution certificate.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Pledge">Id of the pledge.</param>
/// <param name="Reference">Reference of the document.</param>
/// <param name="CertifiedOn">Date of the certificate.</param>
/// <param name="Amount">The amount certified.</param>
/// <param name="Cancelled">What completed reductions took back of it.</param>
/// <param name="Earmarks">What is earmarked to windows; the rest goes to the fund's pool.</param>
/// <param name="Instalments">When it is due, and what of it arrived.</param>
/// <param name="Booked">The amount as it is booked in the fund's currency; null when that is the pledge's.</param>
/// <param name="Rate">The rate it is booked at; null when none was needed.</param>
public sealed record CertificateView(
    string Id,
    string Fund,
    string Pledge,
    string? Reference,
    DateOnly CertifiedOn,
    Money Amount,
    Money Cancelled,
    IReadOnlyList<CertifiedEarmarkView> Earmarks,
    IReadOnlyList<InstalmentView> Instalments,
    Money? Booked,
    RateQuote? Rate)
{
    /// <summary>The certificates of a pledge: all of them, because money that arrives settles the instalment due first, whichever certificate it is of.</summary>
    /// <param name="pledge">The pledge.</param>
    /// <param name="certificates">Its certificates, oldest first.</param>
    /// <param name="asOf">The day on which it is asked what is overdue; nothing is when null.</param>
    internal static IReadOnlyList<CertificateView> Of(Pledge pledge, IReadOnlyList<Certificate> certificates, DateOnly? asOf = null)
    {
        var received = InstalmentSchedule.Received(pledge.Own().Allocated, certificates);
        return [.. certificates.Select((certificate, i) => Of(pledge, certificate, received[i], asOf))];
    }

    static CertificateView Of(Pledge pledge, Certificate certificate, IReadOnlyList<decimal> received, DateOnly? asOf) => new(
        certificate.Id,
        certificate.Fund,
        certificate.PledgeId,
        certificate.Reference,
        certificate.CertifiedOn,
        pledge.InOwn(certificate.Amount),
        pledge.InOwn(certificate.Cancelled),
        [.. certificate.Earmarks.Select(earmark => new CertifiedEarmarkView(earmark.Window, pledge.InOwn(earmark.Amount), pledge.InOwn(earmark.Cancelled)))],
        [.. certificate.Instalments.Select((instalment, i) => InstalmentView.Of(instalment, received[i], certificate.Currency, asOf))],
        certificate.Booked,
        certificate.Rate);
}

/// <summary>What a certificate earmarks to one window.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Cancelled">What completed reductions took back of it.</param>
public sealed record CertifiedEarmarkView(string Window, Money Amount, Money Cancelled);

/// <summary>Where an instalment stands.</summary>
public enum InstalmentState
{
    /// <summary>Nothing of it arrived.</summary>
    Due,

    /// <summary>The donor was asked to pay it; nothing of it arrived.</summary>
    Called,

    /// <summary>A part of it arrived.</summary>
    PartlyReceived,

    /// <summary>Its day has passed, and not all that is left of it arrived.</summary>
    Overdue,

    /// <summary>All that is left of it arrived.</summary>
    Received,

    /// <summary>It was taken back whole.</summary>
    Cancelled,
}

/// <summary>A part of a certificate and the day it is due.</summary>
/// <param name="DueOn">The day it is due.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Cancelled">What completed reductions took back of it.</param>
/// <param name="Received">What arrived for it: money settles the instalment of the pledge that is due first.</param>
/// <param name="Outstanding">Amount less cancelled and received.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reserved">What of it the donor asked back, and Contracts has not yet decided.</param>
/// <param name="Called">What of it the donor was asked to pay.</param>
/// <param name="CalledOn">When it was last asked; null when it never was, or the call was taken back.</param>
/// <param name="CallReversedOn">When its call was taken back; null when it never was, or it was called anew.</param>
public sealed record InstalmentView(
    DateOnly DueOn,
    Money Amount,
    Money Cancelled,
    Money Received,
    Money Outstanding,
    InstalmentState State,
    Money Reserved,
    Money Called,
    DateOnly? CalledOn,
    DateOnly? CallReversedOn)
{
    internal static InstalmentView Of(CertifiedInstalment instalment, decimal received, Currency currency, DateOnly? asOf)
    {
        Money In(decimal amount) => new(amount, currency);
        var outstanding = instalment.Amount - instalment.Cancelled - received;
        var state = instalment.Cancelled == instalment.Amount ? InstalmentState.Cancelled
            : outstanding == 0 ? InstalmentState.Received
            : instalment.DueOn < asOf ? InstalmentState.Overdue
            : received > 0 ? InstalmentState.PartlyReceived
            : instalment.Called > 0 ? InstalmentState.Called
            : InstalmentState.Due;
        return new(
            instalment.DueOn,
            In(instalment.Amount),
            In(instalment.Cancelled),
            In(received),
            In(outstanding),
            state,
            In(instalment.Reserved),
            In(instalment.Called),
            instalment.CalledOn,
            instalment.CallReversedOn);
    }
}
