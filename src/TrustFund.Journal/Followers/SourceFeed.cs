using System.Runtime.InteropServices;
using System.Text.Json;

namespace TrustFund.Journal.Followers;

/// <summary>A source's journal, as it serves it itself: what the broker lost, or never had, is read here.</summary>
sealed class SourceFeed(IHttpClientFactory clients, string source)
{
    const int PageSize = 500;

    /// <summary>The next entries after a sequence, in order, at most a page; none when there are none yet.</summary>
    /// <exception cref="HttpRequestException">The source is away, or what answers is not its journal.</exception>
    public async Task<IReadOnlyList<CloudEvent>> ReadAfter(long sequence, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(source);
            var bytes = await client.GetByteArrayAsync(new Uri($"/journal?after={sequence}&limit={PageSize}", UriKind.Relative), cancellation);
            using var page = JsonDocument.Parse(bytes);
            return [.. page.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception failure) when (failure is not HttpRequestException && !cancellation.IsCancellationRequested)
        {
            // A client's resilience has exceptions of its own, for a source that is too slow or was away too often.
            throw new HttpRequestException($"The journal of '{source}' could not be read: {failure.Message}", failure);
        }
    }

    CloudEvent Read(JsonElement entry)
    {
        var read = CloudEvent.Read(JsonMarshal.GetRawUtf8Value(entry).ToArray());
        return read.Source == source ? read : throw new JsonException($"The feed of '{source}' gave an entry of '{read.Source}'.");
    }
}
