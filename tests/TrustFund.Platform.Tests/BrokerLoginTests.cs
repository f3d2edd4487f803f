using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>Nobody on the bus can say what another service has to say.</summary>
[Collection(OnePlatform.Name)]
public sealed class BrokerLoginTests(Given.Platform platform)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leverage", "pledges.ROAD.PledgeCertified")]
    [InlineData("contracts", "pledges.ROAD.PledgeCertified")]
    [InlineData("pledges", "contracts.ROAD.ContractSigned")]
    [InlineData("disbursements", "pledges.ROAD.ContributionReceived")]
    public async Task A_service_cannot_publish_under_anothers_name(string service, string key)
    {
        await using var connection = await Connect(platform.App.GetConnectionString($"{service}-messaging"));
        await using var channel = await connection.CreateChannelAsync(Confirming, Cancel);
        await Assert.ThrowsAnyAsync<RabbitMQClientException>(async () => await channel.BasicPublishAsync("trustfund.events", key, Encoding.UTF8.GetBytes("{}"), Cancel));
        Assert.Equal(403, (int)channel.CloseReason!.ReplyCode);
    }

    [Fact]
    public async Task It_can_publish_under_its_own()
    {
        await using var connection = await Connect(platform.App.GetConnectionString("leverage-messaging"));
        await using var channel = await connection.CreateChannelAsync(Confirming, Cancel);
        await channel.BasicPublishAsync("trustfund.events", "leverage.ROAD.InstrumentOpened", Encoding.UTF8.GetBytes("{}"), Cancel);
        Assert.True(channel.IsOpen);
    }

    [Fact]
    public async Task Guest_is_refused()
    {
        var broker = new UriBuilder(platform.App.GetConnectionString("messaging")) { UserName = "guest", Password = "guest" };
        var refused = await Assert.ThrowsAsync<BrokerUnreachableException>(() => Connect(broker.Uri.ToString()));
        Assert.IsType<AuthenticationFailureException>(refused.InnerException);

        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("guest:guest")));
        using var answer = await http.GetAsync(new Uri(platform.App.GetEndpoint("messaging", "management"), "/api/overview"), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static CreateChannelOptions Confirming => new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    static Task<IConnection> Connect(string address) => new ConnectionFactory { Uri = new Uri(address), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(Cancel);
}
