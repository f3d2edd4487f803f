namespace TrustFund.Journal.Tests.Given;

/// <summary>Tests that share the broker's queues, or harm a server, run one after another, when all others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InTurn
{
    public const string Name = "in turn";
}
