namespace TrustFund.Provisioning.Broker;

/// <summary>The RabbitMQ broker: reached, rid of its well-known login, and given the platform's exchanges, queues and logins.</summary>
static class BrokerServer
{
    /// <summary>The virtual host that everything is in.</summary>
    public const string VirtualHost = "/";

    const string WellKnownLogin = "guest";

    public static async Task ProvisionAsync(Settings settings, TextWriter report, TimeProvider time, CancellationToken cancel)
    {
        using var api = new ManagementApi(settings.ManagementUri, settings.Messaging);
        await Patience.UntilAnswersAsync("RabbitMQ", api.WhyNotAsync, settings.Patience, report, time, cancel);
        try
        {
            if (api.Administrator != WellKnownLogin
                && await api.DeleteAsync("to delete the login guest", ["users", WellKnownLogin], cancel))
            {
                await report.WriteLineAsync("RabbitMQ: login guest, whose password everybody knows, deleted");
            }

            await Exchanges.DeclareAsync(api, report, cancel);
            foreach (var service in settings.Services)
            {
                await Logins.SetAsync(api, service, report, cancel);
            }
        }
        catch (HttpRequestException lost)
        {
            throw new ProvisioningException($"RabbitMQ went away: {lost.Message}", lost);
        }
    }
}
