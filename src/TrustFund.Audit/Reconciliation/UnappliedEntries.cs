using System.Runtime.InteropServices;
using System.Text.Json;
using Npgsql;
using Polly;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Periods;
using TrustFund.Audit.Reading;
using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reconciliation;

/// <summary>
/// Looks for entries that are missing from the ledger for a reason that does not pass by itself: put aside because they could not be
/// applied, or next in a feed whose chain is broken there.
/// </summary>
sealed class UnappliedEntries(NpgsqlDataSource database, IHttpClientFactory clients)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    const string PutAside = "select source, sequence, type, reason, body from journal.unapplied where replayed_at is null order by source, sequence";

    const string Followed = "select source, sequence, hash from journal.followed";

    const string Funds = "select id from fund_facts";

    /// <summary>What a fund misses: its own entries, and those that are about no fund in particular.</summary>
    public async Task<EntriesNotApplied> Of(string fund, CancellationToken cancellation)
    {
        // Asked first: an entry that is put aside meanwhile lies beyond what these have passed.
        var followed = await database.Read(
            Followed, row => new Cursor(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), cancellation);
        var funds = await database.Read(Funds, row => row.GetString(0), cancellation);
        var aside = await database.Read(
            PutAside,
            row => (At: new SourceSequence(row.GetString(0), row.GetInt64(1)), Type: row.GetString(2), Reason: row.GetString(3), Fund: FundOf(row.GetFieldValue<byte[]>(4))),
            cancellation);
        var broken = await Task.WhenAll(Acknowledgements.Sources.Select(source =>
            BrokenAfter(followed.Find(cursor => cursor.Source == source) ?? new(source, 0, new byte[32]), cancellation)));
        return new(
            fund,
            [
                .. aside.Where(entry => entry.Fund == fund || !funds.Contains(entry.Fund))
                    .Select(entry => Finding(entry.At, $"{entry.Type} could not be applied: {entry.Reason}")),
                .. broken.OfType<SourceSequence>().Select(at => Finding(
                    at, $"It does not follow from the entry before it as {at.Source} recorded that one: nothing of {at.Source} is applied until it does.")),
            ],
            followed.ToDictionary(cursor => cursor.Source, cursor => cursor.Sequence));
    }

    static Finding Finding(SourceSequence at, string why)
    {
        var position = FormattableString.Invariant($"{at.Source}:{at.Sequence}");
        return new(ExceptionKinds.EntryNotApplied, position, $"{position}: {why}", null) { ShownBy = at };
    }

    /// <summary>The next entry of a source if it does not fit; null when it does, when there is none, and when the source does not answer.</summary>
    async Task<SourceSequence?> BrokenAfter(Cursor cursor, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(cursor.Source);
            var bytes = await client.GetByteArrayAsync(new Uri($"/journal?after={cursor.Sequence}&limit=1", UriKind.Relative), patience.Token);
            using var page = JsonDocument.Parse(bytes);
            if (page.RootElement.GetArrayLength() == 0)
                return null;
            var next = CloudEvent.Read(JsonMarshal.GetRawUtf8Value(page.RootElement[0]).ToArray());
            return next.PreviousHash.Span.SequenceEqual(cursor.Hash) ? null : new(cursor.Source, next.Sequence);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or FormatException or InvalidOperationException
            or ExecutionRejectedException or IssuerAwayException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    static string FundOf(byte[] body)
    {
        try
        {
            using var entry = JsonDocument.Parse(body);
            return entry.RootElement.ValueKind == JsonValueKind.Object && entry.RootElement.TryGetProperty("fund", out var fund) && fund.ValueKind == JsonValueKind.String
                ? fund.GetString()!
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    sealed record Cursor(string Source, long Sequence, byte[] Hash);
}
