using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests.Faults;

/// <summary>Somebody deletes a queue behind the platform's back. Nothing is lost by it, and it is consumed again without anybody's help.</summary>
[Collection(OnePlatform.Name)]
public sealed class DeletedQueueTests(Given.Platform platform)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contracts", "pledges")]
    [InlineData("disbursements", "contracts")]
    public async Task A_deleted_queue_is_made_and_consumed_again(string follower, string source)
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        await channel.QueueDeleteAsync($"{follower}.{source}", cancellationToken: Cancel);
        await AssertFollowed($"DELETED-{follower.ToUpperInvariant()}", $"{follower}.{source}");
    }

    /// <summary>The broker tells a consumer that its queue is gone only after the new one of the same name is there, or never.</summary>
    [Fact]
    public async Task A_queue_that_is_deleted_and_made_again_at_once_is_consumed_again()
    {
        const string Queue = "disbursements.pledges";
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-single-active-consumer"] = true, ["x-delivery-limit"] = 20 };
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        for (var time = 0; time < 3; time++)
        {
            await channel.QueueDeleteAsync(Queue, cancellationToken: Cancel);
            await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: Cancel);
            await channel.QueueBindAsync(Queue, "trustfund.events", "pledges.#", cancellationToken: Cancel);
        }

        await AssertFollowed("REMADE", Queue);
    }

    async Task AssertFollowed(string code, string queue)
    {
        var fund = await Fund.Establish(platform, code);
        var (_, contract) = await fund.Stage(certified: 100.00m, cash: 50.00m, contracted: 100.00m);
        await fund.Pay(contract, 50.00m);
        Assert.Equal("50.00 EUR", (await fund.Get("contracts", "balances")).Amount("total.paid"));

        await Until.Is((Consumers: 1u, Waiting: 0u), () => Count(queue));
        await platform.AssertHealthy();
    }

    /// <summary>Of several replicas the broker counts the one whose turn it is.</summary>
    async Task<(uint Consumers, uint Waiting)> Count(string queue)
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        try
        {
            var counted = await channel.QueueDeclarePassiveAsync(queue, Cancel);
            return (counted.ConsumerCount, counted.MessageCount);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return (0, 0);
        }
    }

    Task<IConnection> Connect() => new ConnectionFactory { Uri = new Uri(platform.App.GetConnectionString("messaging")) }.CreateConnectionAsync(Cancel);
}
