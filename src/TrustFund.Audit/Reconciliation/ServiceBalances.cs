using System.Net;
using System.Text.Json;
using Polly;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reconciliation;

/// <summary>Reads the services' own balances, where they tell them to anybody.</summary>
sealed class ServiceBalances(IHttpClientFactory clients)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A figure that a service does not tell is not zero.
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>A fund's balances; of a service that does not answer, why.</summary>
    public async Task<(IReadOnlyList<ServiceBalance> Balances, IReadOnlyList<string> Away)> Of(string fund, CancellationToken cancellation)
    {
        var pledges = Ask<PledgesFund>("pledges", $"/funds/{fund}", cancellation);
        var contracts = Ask<ContractsFund>("contracts", $"/funds/{fund}/balances", cancellation);
        var resources = Ask<ContractsResources>("contracts", $"/funds/{fund}/availability", cancellation);
        var disbursements = Ask<DisbursementsCash>("disbursements", $"/funds/{fund}/cash", cancellation);
        var (ofPledges, ofContracts, ofResources, ofDisbursements) = (await pledges, await contracts, await resources, await disbursements);
        return (
            [
                .. ofPledges.Answer is { } totals ? ServiceBalance.Of(totals) : [],
                .. ofContracts.Answer is { } windows ? ServiceBalance.Of(windows) : [],
                .. ofResources.Answer is { } given ? ServiceBalance.Of(given) : [],
                .. ofDisbursements.Answer is { } cash ? ServiceBalance.Of(cash) : [],
            ],
            [.. new[] { ofPledges.Away, ofContracts.Away ?? ofResources.Away, ofDisbursements.Away }.OfType<string>()]);
    }

    async Task<(T? Answer, string? Away)> Ask<T>(string service, string path, CancellationToken cancellation)
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
