using TrustFund.Journal;

namespace TrustFund.Contracts.Reading;

/// <summary>For <c>Touches</c>, which is asked again while states are being loaded.</summary>
static class Seen
{
    /// <summary>The state if it was loaded and exists; null when it does not exist or is not loaded yet.</summary>
    public static T? SeenSoFar<T>(this States states, string id)
        where T : State => states.Holds(StateKey.Of<T>(id)) ? states.Find<T>(id) : null;
}
