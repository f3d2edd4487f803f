using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Certificates;

/// <summary>A call for an instalment.</summary>
/// <param name="DueOn">The day the instalment is due.</param>
/// <param name="CalledOn">Date of the call.</param>
/// <param name="Amount">What is called, in the pledge's currency; all of it that was not called yet when left out.</param>
/// <param name="Reference">Reference of the call, up to 100 characters.</param>
public sealed record CallInstalmentRequest(DateOnly DueOn, DateOnly CalledOn, [Positive] Money? Amount = null, [StringLength(100)] string? Reference = null);

/// <summary>Asks a donor to pay an instalment, or a part of it.</summary>
public sealed record CallInstalment(
    string Fund, string PledgeId, string CertificateId, DateOnly DueOn, Money? Amount, DateOnly CalledOn, string? Reference) : Command<CertificateView>
{
    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/certificates/{certificate:guid}/calls", (string fund, Guid pledge, Guid certificate, CallInstalmentRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new CallInstalment(
                Codes.Fold(fund), pledge.ToString(), certificate.ToString(), request.DueOn, request.Amount, request.CalledOn, request.Reference)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("CallInstalment")
        .WithTags("Certificates")
        .WithSummary("Asks a donor to pay an instalment, or a part of it.")
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
        var open = due.Sum(instalment => Math.Max(0, instalment.Amount - instalment.Cancelled - instalment.Called));
        var amount = Amount ?? pledge.InOwn(open);
        return Check(pledge, certificate, due.Count, open, amount) is { } refusal
            ? refusal
            : Decision.Record(new InstalmentCalled(
                Fund, PledgeId, CertificateId, pledge.Donor, DueOn, certificate.InBooks(amount), CalledOn, Reference, pledge.Original(amount.Amount)))
                .LinkedTo(pledge.TraceParent);
    }

    public override CertificateView View(States states) =>
        CertificateView.Of(states.Get<Pledge>(PledgeId), PledgeCertificates.Of(states, PledgeId), Days.Of(At)).Single(certificate => certificate.Id == CertificateId);

    Refusal? Check(Pledge pledge, Certificate certificate, int due, decimal open, Money amount) =>
        due == 0
            ? Refusal.Rule("unknown-instalment", $"No instalment of the certificate is due on {DueOn:yyyy-MM-dd}.", "dueOn")
            : open == 0
            ? Refusal.Conflict("already-called", $"All of the instalment due on {DueOn:yyyy-MM-dd} is called, or taken back, already.", "dueOn")
            : AmountRules.Bookable(amount, pledge.Own().Currency)
                ?? (amount.Amount <= open
                    ? null
                    : Refusal.Rule("exceeds-instalment", $"{amount} is more than the {pledge.InOwn(open)} of the instalment that were not called yet.", "amount"))
                ?? DateRules.Happened(CalledOn, At, "calledOn")
                ?? DateRules.NotBefore(CalledOn, certificate.CertifiedOn, "the date of the certificate", "calledOn");
}
