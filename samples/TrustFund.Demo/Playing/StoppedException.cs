namespace TrustFund.Demo.Playing;

/// <summary>The demo cannot go on; the message says why and what to do, for the person who started it.</summary>
sealed class StoppedException(string message) : Exception(message);
