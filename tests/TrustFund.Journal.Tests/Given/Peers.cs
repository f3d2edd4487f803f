using System.Collections.Concurrent;

namespace TrustFund.Journal.Tests.Given;

/// <summary>Where services find each other, and what is away.</summary>
sealed class Peers
{
    readonly ConcurrentDictionary<string, Uri> addresses = new();

    public void Are(string service, Uri address) => addresses[service] = address;

    public void AreAway(string service) => addresses.TryRemove(service, out _);

    /// <summary>Leads requests to a service to where it is now, with a service's own role.</summary>
    public HttpMessageHandler To(string service) => new Leading(this, service);

    sealed class Leading(Peers peers, string service) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!peers.addresses.TryGetValue(service, out var address))
                throw new HttpRequestException($"'{service}' is away.");
            request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
            request.Headers.Add(TestSignIn.Person, "another-service");
            request.Headers.Add(TestSignIn.Role, "service");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
