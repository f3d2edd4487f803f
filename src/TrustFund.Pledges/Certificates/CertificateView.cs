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
public sealed record CertificateView(
    string Id,
    string Fund,
    string Pledge,
    string? Reference,
    DateOnly CertifiedOn,
    Money Amount,
    Money Cancelled,
    IReadOnlyList<CertifiedEarmarkView> Earmarks,
    IReadOnlyList<InstalmentView> Instalments)
{
    /// <summary>The certificates of a pledge: all of them, because money that arrives settles the instalment due first, whichever certificate it is of.</summary>
    internal static IReadOnlyList<CertificateView> Of(Pledge pledge, IReadOnlyList<Certificate> certificates)
    {
        var received = InstalmentSchedule.Received(pledge.Allocated, certificates);
        return [.. certificates.Select((certificate, i) => Of(pledge, certificate, received[i]))];
    }

    static CertificateView Of(Pledge pledge, Certificate certificate, IReadOnlyList<decimal> received) => new(
        certificate.Id,
        certificate.Fund,
        certificate.PledgeId,
        certificate.Reference,
        certificate.CertifiedOn,
        pledge.In(certificate.Amount),
        pledge.In(certificate.Cancelled),
        [.. certificate.Earmarks.Select(earmark => new CertifiedEarmarkView(earmark.Window, pledge.In(earmark.Amount), pledge.In(earmark.Cancelled)))],
        [.. certificate.Instalments.Select((instalment, i) => InstalmentView.Of(instalment, received[i], pledge.Currency))]);
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

    /// <summary>A part of it arrived.</summary>
    PartlyReceived,

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
public sealed record InstalmentView(DateOnly DueOn, Money Amount, Money Cancelled, Money Received, Money Outstanding, InstalmentState State)
{
    internal static InstalmentView Of(CertifiedInstalment instalment, decimal received, Currency currency)
    {
        Money In(decimal amount) => new(amount, currency);
        var outstanding = instalment.Amount - instalment.Cancelled - received;
        var state = instalment.Cancelled == instalment.Amount ? InstalmentState.Cancelled
            : outstanding == 0 ? InstalmentState.Received
            : received > 0 ? InstalmentState.PartlyReceived
            : InstalmentState.Due;
        return new(instalment.DueOn, In(instalment.Amount), In(instalment.Cancelled), In(received), In(outstanding), state);
    }
}
