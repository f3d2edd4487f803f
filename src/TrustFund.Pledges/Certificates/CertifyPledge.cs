using System.ComponentModel.DataAnnotations;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Reading;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Certificates;

/// <summary>A contribution certificate.</summary>
/// <param name="Amount">The amount certified, in the pledge's currency, within what is pledged and not yet certified.</param>
/// <param name="CertifiedOn">Date of the certificate.</param>
/// <param name="Reference">Reference of the document, up to 100 characters.</param>
/// <param name="Earmarks">What is earmarked to windows of the fund, each once; the rest goes to the fund's pool.</param>
/// <param name="Instalments">When it is due, adding up to the amount; all on the date of the certificate when left out.</param>
/// <param name="Rate">For a pledge in another currency than the fund's, the rate to book it at; the recorded rate of the month when left out.</param>
public sealed record CertifyPledgeRequest(
    [Positive] Money Amount,
    DateOnly CertifiedOn,
    [Required, StringLength(100)] string Reference,
    [NoNulls, MaxLength(50)] IReadOnlyList<EarmarkRequest>? Earmarks = null,
    [NoNulls, MaxLength(200)] IReadOnlyList<InstalmentRequest>? Instalments = null,
    RateRequest? Rate = null);

/// <summary>A part of a certificate that is earmarked to a window.</summary>
/// <param name="Window">Code of a window of the fund.</param>
/// <param name="Amount">The part.</param>
public sealed record EarmarkRequest([Code] string Window, [Positive] Money Amount);

/// <summary>A part of a certificate and the day it is due.</summary>
/// <param name="DueOn">The day it is due, not before the date of the certificate.</param>
/// <param name="Amount">The part.</param>
public sealed record InstalmentRequest(DateOnly DueOn, [Positive] Money Amount);

/// <summary>Makes a pledge, or a part of it, legal. Money that waited for it is allocated at once.</summary>
public sealed record CertifyPledge(
    string Fund,
    string PledgeId,
    string CertificateId,
    Money Amount,
    IReadOnlyList<WindowAmount> Earmarks,
    IReadOnlyList<Instalment> Instalments,
    DateOnly CertifiedOn,
    string Reference,
    RateQuote? Rate = null) : Command<CertificateView>
{
    public override string Location => $"/funds/{Fund}/pledges/{PledgeId}/certificates/{CertificateId}";

    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/certificates", (string fund, Guid pledge, CertifyPledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new CertifyPledge(
                Codes.Fold(fund),
                pledge.ToString(),
                Guid.CreateVersion7().ToString(),
                request.Amount,
                [.. (request.Earmarks ?? []).Select(earmark => new WindowAmount(Codes.Fold(earmark.Window), earmark.Amount))],
                [.. (request.Instalments ?? []).Select(instalment => new Instalment(instalment.DueOn, instalment.Amount))],
                request.CertifiedOn,
                request.Reference.Trim(),
                request.Rate?.AsQuote())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("CertifyPledge")
        .WithTags("Certificates")
        .WithSummary("Makes a pledge, or a part of it, legal.")
        .WithDescription("Money that arrived before and waited unallocated is allocated at once. The ETag is the pledge's, and so is the version that If-Match is compared with.")
        .Produces<CertificateView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Pledge>(PledgeId);
        yield return StateKey.Of<FundTotals>(Fund);
        yield return StateKey.Of<Certificate>(CertificateId);
        foreach (var earmark in Earmarks)
            yield return StateKey.Of<Window>(Window.IdOf(Fund, earmark.Window));
        foreach (var earlier in PledgeCertificates.Touches(states, PledgeId))
            yield return earlier;
        foreach (var key in InBooks.Touches(states, PledgeId, Rate, CertifiedOn))
            yield return key;
        foreach (var key in PledgeWindows.Touches(states, PledgeId))
            yield return key;
    }

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        InBooks? booked = null;
        IReadOnlyList<Instalment> instalments = Instalments.Count == 0 ? [new(CertifiedOn, Amount)] : Instalments;
        var refusal = Refusal.All(
            pledge.Stands(),
            CheckAmount(pledge),
            CheckTerms(states, pledge.AnnouncedOn, pledge.Own().Currency),
            // No rate is looked for between the books and a currency that the pledge is not in.
            Amount.Currency == pledge.Own().Currency ? InBooks.Find(states, pledge, Amount, Rate, CertifiedOn, At, out booked) : null);
        if (refusal is not null)
            return refusal;
        var certified = new PledgeCertified(
            Fund,
            PledgeId,
            CertificateId,
            pledge.Donor,
            booked!.Amount,
            BookedEarmarks(booked),
            instalments,
            CertifiedOn,
            Reference,
            booked.Original,
            booked.Rate,
            booked.Original is null ? null : Earmarks,
            booked.Original is null ? null : booked.Amount - TakenBack.Uncertified(pledge, Amount));
        return Decision
            .Record([certified, .. WaitingMoney.Allocate(PledgeEvolution.After(pledge, certified), CertifiedOn)])
            .LinkedTo(pledge.TraceParent);
    }

    public override CertificateView View(States states) =>
        CertificateView.Of(states.Get<Pledge>(PledgeId), PledgeCertificates.Of(states, PledgeId), Days.Of(At)).Single(certificate => certificate.Id == CertificateId);

    // Parts of the booked whole, so that they add up to it: converting each alone would not.
    IReadOnlyList<WindowAmount> BookedEarmarks(InBooks booked)
    {
        if (booked.Original is null || Earmarks.Count == 0)
            return Earmarks;
        var rest = Amount.Amount - Earmarks.Sum(earmark => earmark.Amount.Amount);
        var parts = Split.ByLargestRemainder(booked.Amount, [.. Earmarks.Select(earmark => earmark.Amount.Amount), rest]);
        return [.. Earmarks.Select((earmark, i) => new WindowAmount(earmark.Window, parts[i]))];
    }

    Refusal? CheckAmount(Pledge pledge) =>
        AmountRules.Bookable(Amount, pledge.Own().Currency)
        ?? (Amount.Amount <= pledge.Uncertified()
            ? null
            : Refusal.Rule(
                "exceeds-pledged",
                $"{Amount} is more than what is pledged and not yet certified: {pledge.InOwn(pledge.Own().Pledged)} less {pledge.InOwn(pledge.Own().Certified)} leaves {pledge.InOwn(pledge.Uncertified())}.",
                "amount"));

    /// <summary>What can be told of it without its pledge but that this was announced on a day.</summary>
    internal Refusal? CheckAlone(States states, DateOnly announcedOn) =>
        Refusal.All(AmountRules.Positive(Amount), CheckTerms(states, announcedOn, Amount.Currency));

    Refusal? CheckTerms(States states, DateOnly announcedOn, Currency own) => Refusal.All(
        DateRules.Happened(CertifiedOn, At, "certifiedOn") ?? DateRules.NotBefore(CertifiedOn, announcedOn, "the pledge's announcement", "certifiedOn"),
        CertificateRules.Earmarks(states, Fund, Amount, Earmarks, own),
        CertificateRules.Instalments(Amount, Instalments, CertifiedOn, own));
}
