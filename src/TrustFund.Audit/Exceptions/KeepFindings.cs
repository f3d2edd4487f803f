using TrustFund.Events;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Exceptions;

/// <summary>An exception that a check may raise: with the id it gets if it is raised.</summary>
sealed record NewException(string ExceptionId, Finding Finding);

/// <summary>What keeping the findings of a check came to.</summary>
/// <param name="Raised">Ids of exceptions raised.</param>
/// <param name="Resolved">Ids of exceptions whose cause was gone.</param>
sealed record KeptFindings(IReadOnlyList<string> Raised, IReadOnlyList<string> Resolved);

/// <summary>
/// Turns what a check found into exceptions: one for each kind and subject that has none open, unless it was accepted and still says the
/// same. Open ones that the check looked at and did not find again are resolved by themselves; accepted ones are accepted no longer, so that
/// the same is raised again should it come back.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Found">What was found.</param>
/// <param name="Gone">Slots that were open or accepted, were looked at, and have no finding any more.</param>
sealed record KeepFindings(string Fund, IReadOnlyList<NewException> Found, IReadOnlyList<string> Gone) : Command<KeptFindings>
{
    const string CauseGone = "Its cause is gone: the figures fit again.";

    public override IEnumerable<StateKey> Touches(States states)
    {
        var slots = Found.Select(found => SlotOf(found.Finding)).Concat(Gone).Distinct().ToList();
        foreach (var slot in slots)
            yield return StateKey.Of<ExceptionSlot>(slot);
        foreach (var found in Found)
            yield return StateKey.Of<AuditException>(found.ExceptionId);
        foreach (var slot in slots.Where(slot => states.Holds(StateKey.Of<ExceptionSlot>(slot))))
        {
            if (states.Find<ExceptionSlot>(slot) is { } known)
                yield return StateKey.Of<AuditException>(known.ExceptionId);
        }
    }

    public override Decision Decide(States states)
    {
        var raised = new List<IFundEvent>();
        foreach (var (id, finding) in Found.DistinctBy(found => SlotOf(found.Finding)))
        {
            var slot = states.Find<ExceptionSlot>(SlotOf(finding));
            if (slot is { IsOpen: true } || slot?.AcceptedAs == finding.Gist)
                continue;
            raised.Add(new ExceptionRaised(Fund, id, finding.Kind, finding.Subject, finding.Detail, finding.Difference, finding.ShownBy?.Source, finding.ShownBy?.Sequence));
        }
        var resolved = Gone
            .Select(slot => states.Find<ExceptionSlot>(slot))
            .Where(slot => slot is { IsOpen: true } or { AcceptedAs: not null })
            .Select(slot => new ExceptionResolved(Fund, slot!.ExceptionId, CauseGone, Accepted: false));
        return Decision.Record([.. raised, .. resolved]);
    }

    public override KeptFindings View(States states) => new(
        [.. Found.Where(found => states.Find<AuditException>(found.ExceptionId) is not null).Select(found => found.ExceptionId)],
        [.. Gone.Select(slot => states.Find<ExceptionSlot>(slot)).Where(slot => slot is { IsOpen: false }).Select(slot => slot!.ExceptionId)]);

    string SlotOf(Finding finding) => ExceptionSlot.KeyOf(Fund, finding.Kind, finding.Subject);
}
