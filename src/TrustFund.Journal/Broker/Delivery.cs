namespace TrustFund.Journal.Broker;

/// <summary>A message as the broker delivered it: its bytes untouched, for the follower to read.</summary>
sealed record Delivery(byte[] Body, string RoutingKey);
