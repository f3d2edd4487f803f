using TrustFund.Journal;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Certificates;

/// <summary>All certificates of one pledge.</summary>
static class PledgeCertificates
{
    public static IEnumerable<StateKey> Touches(States states, string pledgeId)
    {
        var pledge = StateKey.Of<Pledge>(pledgeId);
        return states.Holds(pledge) && states.TryFind<Pledge>(pledgeId, out var held)
            ? held.Certificates.Select(StateKey.Of<Certificate>)
            : [];
    }

    /// <summary>The certificates, oldest first.</summary>
    public static IReadOnlyList<Certificate> Of(States states, string pledgeId) =>
        [.. states.Get<Pledge>(pledgeId).Certificates.Select(states.Get<Certificate>)];

    /// <summary>The certificates, oldest first, of rows that come in no order: the pledge knows theirs.</summary>
    public static IReadOnlyList<Certificate> InOrder(Pledge pledge, IReadOnlyList<Certificate> rows)
    {
        var byId = rows.ToDictionary(certificate => certificate.Id);
        return [.. pledge.Certificates.Select(id => byId[id])];
    }
}
