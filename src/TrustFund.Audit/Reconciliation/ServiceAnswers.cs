using System.Net;
using System.Text.Json;
using Polly;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reconciliation;

/// <summary>Asks the services what they say themselves; one that is away, or slow, is passed over.</summary>
sealed class ServiceAnswers(IHttpClientFactory clients)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A figure that a service does not tell is not zero.
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>The answer; when there is none, why.</summary>
    public async Task<(T? Answer, string? Away)> Ask<T>(string service, string path, CancellationToken cancellation)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(service);
            return (await client.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), Json, patience.Token), null);
        }
        // A fund that the service has not heard of yet has no balances there.
        catch (HttpRequestException unknown) when (unknown.StatusCode == HttpStatusCode.NotFound)
        {
            return (null, $"{service} does not know the fund yet.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or ExecutionRejectedException or IssuerAwayException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (null, $"{service} could not be asked: {failure.Message}");
        }
    }
}
