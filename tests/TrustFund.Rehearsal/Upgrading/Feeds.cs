using System.Net;
using System.Web;

namespace TrustFund.Rehearsal.Upgrading;

/// <summary>The journals of followed sources, as their services serve them: the bytes that they recorded, in pages.</summary>
sealed class Feeds : IHttpClientFactory
{
    readonly Dictionary<string, IReadOnlyList<string>> journals = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Journals => journals;

    public void Serve(string source, IReadOnlyList<string> entries) => journals[source] = entries;

    public HttpClient CreateClient(string name) => new(new Feed(journals[name])) { BaseAddress = new Uri($"http://{name}") };

    sealed class Feed(IReadOnlyList<string> entries) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var page = entries.Skip(Number(asked["after"])).Take(Number(asked["limit"]));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($"[{string.Join(',', page)}]") });
        }

        static int Number(string? text) => int.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
