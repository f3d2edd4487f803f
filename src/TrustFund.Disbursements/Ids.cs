namespace TrustFund.Disbursements;

/// <summary>Ids that the platform made itself: one thing has one id, whatever the letter case it is sent in.</summary>
static class Ids
{
    /// <summary>The canonical form of an id out of an address; text that is no such id stays as it is and will not be found.</summary>
    public static string Fold(string id) => Guid.TryParseExact(id, "D", out var guid) ? guid.ToString() : id;
}
