using TrustFund.Events;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Periods;

/// <summary>The answers of the services to a request to close a period, and what follows from the last of them.</summary>
static class Acknowledgements
{
    /// <summary>The services that must answer: all that Audit follows.</summary>
    public static readonly IReadOnlyList<string> Sources = [.. Followings.Of("audit").Select(following => following.Source)];

    /// <summary>The request that a service's fact says it has closed; null when it is no such fact.</summary>
    public static string? RequestOf(IFundEvent fact) => fact switch
    {
        Events.Pledges.V1.PeriodClosed closed => closed.RequestId,
        Events.Contracts.V1.PeriodClosed closed => closed.RequestId,
        Events.Disbursements.V1.PeriodClosed closed => closed.RequestId,
        Events.Leverage.V1.PeriodClosed closed => closed.RequestId,
        _ => null,
    };

    public static IEnumerable<StateKey> Touches(string fund, string request) => Sources
        .Select(source => StateKey.Of<PeriodAcknowledgement>(PeriodAcknowledgement.KeyOf(request, source)))
        .Append(StateKey.Of<Period>(request))
        .Append(StateKey.Of<FundPeriods>(fund));

    /// <summary>The period is closed once every service has answered; Audit itself closed it with the request.</summary>
    public static IReadOnlyList<IFundEvent> React(States states, string request)
    {
        if (!states.TryFind<Period>(request, out var period) || period.Standing != PeriodState.Pending)
            return [];
        var answers = Sources.Select(source => states.Find<PeriodAcknowledgement>(PeriodAcknowledgement.KeyOf(request, source))).ToList();
        return answers.Contains(null)
            ? []
            : [new PeriodClosed(period.Fund, request, period.Through,
                [.. answers.Select(answer => new SourceSequence(answer!.Source, answer.Sequence)), new("audit", period.RequestedIn)])];
    }
}
