using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Reductions;

/// <summary>What a donor wants to take back of its pledge.</summary>
/// <param name="Amount">How much, in the pledge's currency.</param>
/// <param name="RequestedOn">When it asked.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
/// <param name="From">Which part of the pledge: <c>uncertified</c> is taken back at once, <c>certified</c> must be released by Contracts. When left out, certified if a window is named, else uncertified.</param>
/// <param name="Window">The window whose earmark it comes from; the fund's pool when left out. Only for what is certified.</param>
/// <param name="Certificate">Id of the certificate of which one instalment is to be lowered; with <paramref name="DueOn"/>.</param>
/// <param name="DueOn">The day that instalment is due.</param>
public sealed record ReducePledgeRequest(
    [Positive] Money Amount,
    DateOnly RequestedOn,
    [Required, StringLength(500)] string Reason,
    ReductionSource? From = null,
    [Code] string? Window = null,
    Guid? Certificate = null,
    DateOnly? DueOn = null);

/// <summary>
/// Takes back a part of a pledge: at once what is not certified; what is, by a request that reserves the amount until Contracts, who holds
/// the right to spend it, releases it or refuses.
/// </summary>
public sealed record ReducePledge(
    string Fund,
    string PledgeId,
    string RequestId,
    Money Amount,
    ReductionSource From,
    string? Window,
    DateOnly RequestedOn,
    string Reason,
    string? CertificateId = null,
    DateOnly? DueOn = null) : Command<ReductionView>
{
    public override string Location => $"/funds/{Fund}/reductions/{RequestId}";

    public override int Status => From == ReductionSource.Certified ? StatusCodes.Status202Accepted : StatusCodes.Status201Created;

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/reductions", (string fund, Guid pledge, ReducePledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ReducePledge(
                Codes.Fold(fund),
                pledge.ToString(),
                Guid.CreateVersion7().ToString(),
                request.Amount,
                request.From ?? (request.Window is null && request.Certificate is null ? ReductionSource.Uncertified : ReductionSource.Certified),
                request.Window is null ? null : Codes.Fold(request.Window),
                request.RequestedOn,
                request.Reason.Trim(),
                request.Certificate?.ToString(),
                request.DueOn)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("ReducePledge")
        .WithTags("Reductions")
        .WithSummary("Takes back a part of a pledge, or asks for it.")
        .WithDescription("201: an uncertified part was taken back at once. 202: a certified part is reserved until Contracts has decided; its state is at the Location.")
        .Produces<ReductionView>(StatusCodes.Status201Created)
        .Produces<ReductionView>(StatusCodes.Status202Accepted);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Pledge>(PledgeId);
        yield return StateKey.Of<FundTotals>(Fund);
        yield return StateKey.Of<Reduction>(RequestId);
        if (Window is not null)
            yield return StateKey.Of<Window>(Funds.Window.IdOf(Fund, Window));
        if (CertificateId is null)
            yield break;
        yield return StateKey.Of<Certificate>(CertificateId);
        foreach (var certificate in PledgeCertificates.Touches(states, PledgeId))
            yield return certificate;
    }

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        if (Check(states, pledge) is { } refusal)
            return refusal;
        var original = pledge.Original(Amount.Amount);
        return Decision.Record(From == ReductionSource.Certified
            ? new ReductionRequested(
                Fund, RequestId, PledgeId, pledge.Donor, TakenBack.Certified(pledge, Amount, Window), Window, RequestedOn, Reason, original, null, CertificateId, DueOn)
            : new PledgeReduced(Fund, RequestId, PledgeId, pledge.Donor, TakenBack.Uncertified(pledge, Amount), RequestedOn, Reason, original))
            .LinkedTo(pledge.TraceParent);
    }

    public override ReductionView View(States states) => ReductionView.Of(states.Get<Reduction>(RequestId));

    Refusal? Check(States states, Pledge pledge) =>
        AmountRules.Bookable(Amount, pledge.Own().Currency)
        ?? DateRules.Happened(RequestedOn, At, "requestedOn")
        ?? DateRules.NotBefore(RequestedOn, pledge.AnnouncedOn, "the pledge's announcement", "requestedOn")
        ?? (From == ReductionSource.Certified ? CheckCertified(states, pledge) ?? CheckInstalment(states, pledge) : CheckUncertified(pledge))
        ?? CheckBooked(pledge);

    Refusal? CheckBooked(Pledge pledge) =>
        (From == ReductionSource.Certified ? TakenBack.Certified(pledge, Amount, Window) : TakenBack.Uncertified(pledge, Amount)).IsPositive
            ? null
            : Refusal.Rule("too-small", $"{Amount} is booked at less than the smallest amount of the fund's currency.", "amount");

    Refusal? CheckUncertified(Pledge pledge) =>
        Window is not null
            ? Refusal.Rule("window-not-applicable", "What is not certified is earmarked to no window: leave the window out, or take it from what is certified.", "window")
            : CertificateId is not null || DueOn is not null
            ? Refusal.Rule("instalment-not-applicable", "What is not certified has no instalments: leave certificate and dueOn out.", "certificate")
            : Amount.Amount <= pledge.Uncertified()
            ? null
            : Refusal.Rule(
                "exceeds-uncertified",
                $"{Amount} is more than what is pledged and not certified: {pledge.InOwn(pledge.Own().Pledged)} less {pledge.InOwn(pledge.Own().Certified)} leaves {pledge.InOwn(pledge.Uncertified())}. To take back what is certified, say \"from\": \"certified\".",
                "amount");

    Refusal? CheckCertified(States states, Pledge pledge)
    {
        if (Window is not null && !states.TryFind<Window>(Funds.Window.IdOf(Fund, Window), out _))
            return Funds.Window.Unknown(Fund, Window, "window");
        if (Amount.Amount > pledge.Reducible())
            return Refusal.Rule(
                "exceeds-reducible",
                $"{Amount} is more than can be taken back: {pledge.InOwn(pledge.Own().Certified)} certified less {pledge.InOwn(pledge.Own().Allocated)} received and {pledge.InOwn(pledge.Own().Reserved)} asked back already leaves {pledge.InOwn(pledge.Reducible())}.",
                "amount");
        return Amount.Amount <= pledge.ReducibleIn(Window)
            ? null
            : Window is null
            ? Refusal.Rule("exceeds-unearmarked", $"{Amount} is more than the {pledge.InOwn(pledge.ReducibleIn(null))} that the pledge certifies without an earmark and that did not arrive: name the window it comes from.", "amount")
            : Refusal.Rule("exceeds-earmarked", $"{Amount} is more than the {pledge.InOwn(pledge.ReducibleIn(Window))} that the pledge certifies for the window {Window} and that did not arrive.", "amount");
    }

    Refusal? CheckInstalment(States states, Pledge pledge)
    {
        if (CertificateId is null && DueOn is null)
            return null;
        if (CertificateId is null || DueOn is null)
            return Refusal.Rule("instalment-incomplete", "An instalment is named by its certificate and the day it is due: give both.", CertificateId is null ? "certificate" : "dueOn");
        if (!pledge.Certificates.Contains(CertificateId))
            return Refusal.Rule("unknown-certificate", $"The pledge has no certificate '{CertificateId}'.", "certificate");
        var certificate = states.Get<Certificate>(CertificateId);
        var view = CertificateView.Of(pledge, PledgeCertificates.Of(states, PledgeId)).Single(view => view.Id == CertificateId);
        var due = view.Instalments.Where(instalment => instalment.DueOn == DueOn).ToList();
        if (due.Count == 0)
            return Refusal.Rule("unknown-instalment", $"No instalment of the certificate is due on {DueOn:yyyy-MM-dd}.", "dueOn");
        var left = due.Sum(instalment => instalment.Outstanding.Amount - instalment.Reserved.Amount);
        return Amount.Amount > left
            ? Refusal.Rule("exceeds-instalment", $"{Amount} is more than the {pledge.InOwn(left)} of the instalment that neither arrived nor are asked back.", "amount")
            : Amount.Amount > certificate.RemainsIn(Window)
            ? Refusal.Rule("exceeds-certificate", $"{Amount} is more than the {pledge.InOwn(certificate.RemainsIn(Window))} that the certificate has {(Window is null ? "without an earmark" : $"for the window {Window}")}.", "amount")
            : null;
    }
}
