using System.ComponentModel.DataAnnotations;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Reductions;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Pledges;

/// <summary>A donor's withdrawal of its pledge.</summary>
/// <param name="WithdrawnOn">When it withdrew.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
public sealed record WithdrawPledgeRequest(DateOnly WithdrawnOn, [Required, StringLength(500)] string Reason);

/// <summary>
/// Withdraws a pledge. What is not certified ends at once; what is certified and has not arrived is asked of Contracts, a request for each
/// pot; what arrived stays until it is refunded.
/// </summary>
public sealed record WithdrawPledge(string Fund, string PledgeId, string WithdrawalId, DateOnly WithdrawnOn, string Reason) : Command<PledgeView>
{
    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    public override int Status => StatusCodes.Status202Accepted;

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/withdrawal", (string fund, Guid pledge, WithdrawPledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new WithdrawPledge(
                Codes.Fold(fund), pledge.ToString(), Guid.CreateVersion7().ToString(), request.WithdrawnOn, request.Reason.Trim())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("WithdrawPledge")
        .WithTags("Pledges")
        .WithSummary("Withdraws a pledge.")
        .WithDescription("What is not certified ends at once; what is certified and has not arrived is requested of Contracts pot by pot (see the pledge's reductions); what arrived stays until it is refunded.")
        .Produces<PledgeView>(StatusCodes.Status202Accepted);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Pledge>(PledgeId);
        yield return StateKey.Of<FundTotals>(Fund);
        if (!Pledge.Held(states, PledgeId, out var pledge))
            yield break;
        for (var part = 0; part <= pledge.Earmarks.Count + 1; part++)
            yield return StateKey.Of<Reduction>(PartId(part));
    }

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        var refusal = pledge.Stands()
            ?? DateRules.Happened(WithdrawnOn, At, "withdrawnOn")
            ?? DateRules.NotBefore(WithdrawnOn, pledge.AnnouncedOn, "the pledge's announcement", "withdrawnOn");
        return refusal is not null
            ? refusal
            : Decision
                .Record([new PledgeWithdrawn(Fund, PledgeId, pledge.Donor, WithdrawnOn, Reason), .. Parts(pledge)])
                .LinkedTo(pledge.TraceParent);
    }

    public override PledgeView View(States states) => new(states.Get<Pledge>(PledgeId));

    IEnumerable<IFundEvent> Parts(Pledge pledge)
    {
        var own = pledge.Own();
        if (pledge.Uncertified() > 0)
        {
            var part = TakenBack.Uncertified(pledge, own.In(pledge.Uncertified()));
            yield return new PledgeReduced(Fund, PartId(0), PledgeId, pledge.Donor, part, WithdrawnOn, Reason, pledge.Original(pledge.Uncertified()));
        }
        var pots = own.Pots();
        for (var i = 0; i < pots.Count; i++)
        {
            var open = pledge.ReducibleIn(pots[i]);
            if (open > 0)
            {
                var part = TakenBack.Certified(pledge, own.In(open), pots[i]);
                yield return new ReductionRequested(
                    Fund, PartId(i + 1), PledgeId, pledge.Donor, part, pots[i], WithdrawnOn, Reason, pledge.Original(open));
            }
        }
    }

    // The parts' ids follow from the withdrawal's, so that deciding twice gives the same facts.
    string PartId(int part)
    {
        var bytes = Guid.Parse(WithdrawalId).ToByteArray(bigEndian: true);
        var last = (bytes[14] << 8 | bytes[15]) + part;
        (bytes[14], bytes[15]) = ((byte)((last >> 8) & 0xFF), (byte)(last & 0xFF));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
