using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Certificates;

/// <summary>The reversal of a call.</summary>
/// <param name="DueOn">The day the called instalment is due.</param>
/// <param name="ReversedOn">The date of the reversal: not before the last call, not in the future.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
public sealed record ReverseInstalmentCallRequest(DateOnly DueOn, DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>Takes back, once, all that was called of an instalment by mistake; it may be called anew. What arrived for it stays received.</summary>
public sealed record ReverseInstalmentCall(
    string Fund, string PledgeId, string CertificateId, DateOnly DueOn, DateOnly ReversedOn, string Reason) : Command<CertificateView>
{
    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/certificates/{certificate:guid}/calls/reversal", (string fund, Guid pledge, Guid certificate, ReverseInstalmentCallRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ReverseInstalmentCall(
                Codes.Fold(fund), pledge.ToString(), certificate.ToString(), request.DueOn, request.ReversedOn, request.Reason.Trim())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("ReverseInstalmentCall")
        .WithTags("Certificates")
        .WithSummary("Takes back all that was called of an instalment.")
        .WithDescription("A correction, once: 409 `not-called` when nothing was called, 409 `already-reversed` when it was taken back already. The instalment may be called anew.")
        .Produces<CertificateView>();

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Pledge>(PledgeId), StateKey.Of<Certificate>(CertificateId), .. PledgeCertificates.Touches(states, PledgeId)];

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        if (!states.TryFind<Certificate>(CertificateId, out var certificate) || certificate.PledgeId != PledgeId)
            return new Refusal(404, "not-found", $"The pledge '{PledgeId}' has no certificate '{CertificateId}'.");
        var due = certificate.Instalments.Where(instalment => instalment.DueOn == DueOn).ToList();
        if (Check(due) is { } refusal)
            return refusal;
        var called = pledge.InOwn(due.Sum(instalment => instalment.Called));
        return Decision
            .Record(new InstalmentCallReversed(
                Fund, PledgeId, CertificateId, pledge.Donor, DueOn, certificate.InBooks(called), ReversedOn, Reason, pledge.Original(called.Amount)))
            .LinkedTo(pledge.TraceParent);
    }

    public override CertificateView View(States states) =>
        CertificateView.Of(states.Get<Pledge>(PledgeId), PledgeCertificates.Of(states, PledgeId), Days.Of(At)).Single(certificate => certificate.Id == CertificateId);

    Refusal? Check(List<CertifiedInstalment> due) =>
        due.Count == 0
            ? Refusal.Rule("unknown-instalment", $"No instalment of the certificate is due on {DueOn:yyyy-MM-dd}.", "dueOn")
            : due.Max(instalment => instalment.CalledOn) is not { } calledOn
            ? NotCalled(due.Max(instalment => instalment.CallReversedOn))
            : DateRules.Happened(ReversedOn, At, "reversedOn") ?? DateRules.NotBefore(ReversedOn, calledOn, "the call", "reversedOn");

    Refusal NotCalled(DateOnly? reversedOn) => reversedOn is { } day
        ? Refusal.Conflict("already-reversed", $"The call of the instalment due on {DueOn:yyyy-MM-dd} was reversed on {day:yyyy-MM-dd} already.", "dueOn")
        : Refusal.Conflict("not-called", $"Nothing of the instalment due on {DueOn:yyyy-MM-dd} was called.", "dueOn");
}
