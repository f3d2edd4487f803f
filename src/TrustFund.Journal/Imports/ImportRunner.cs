using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrustFund.Journal.Http;

namespace TrustFund.Journal.Imports;

/// <summary>A file that waits to be imported.</summary>
sealed record ImportOrder(string Id, string Fund, ImportKind Kind, string FileName, string Path, string Actor, DateOnly? BookedOn, bool DryRun);

/// <summary>Imports files, one after the other, telling how it gets on.</summary>
sealed partial class ImportRunner(
    ImportTable table, JournalWriter journal, ImportTrial trial, JournalOptions options, TimeProvider clock, ILogger<ImportRunner> log) : BackgroundService
{
    static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(500);

    readonly Channel<ImportOrder> orders = Channel.CreateBounded<ImportOrder>(16);

    /// <summary>Takes a file in to be imported; false when too many wait.</summary>
    public bool TryTake(ImportOrder order) => orders.Writer.TryWrite(order);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in orders.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Run(order, stoppingToken);
            }
#pragma warning disable CA1031 // One file that cannot be imported must not end the imports of all others; its own state says why.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(order.FileName, failure);
                await table.Tell(order.Id, "failed", 0, 0, detail: failure.Message);
            }
            finally
            {
                File.Delete(order.Path);
            }
        }
    }

    async Task Run(ImportOrder order, CancellationToken cancellation)
    {
        var (state, read, decided) = ("reading", 0, 0);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var news = Tell(() => table.Tell(order.Id, state, read, decided), over.Token);
        var (unread, found) = (new ImportFindings(), new ImportFindings());
        try
        {
            var sha256 = await Sha256(order.Path, cancellation);
            List<ImportedRow> rows;
            await using (var file = File.OpenRead(order.Path))
            {
                var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                rows = await Task.Run(() => CsvRows.Read(file, order.Kind, order.Fund, today, unread, rows => read = rows).ToList(), cancellation);
            }
            state = "deciding";
            var name = new ImportedFileName(order.Fund, order.Kind.Name, order.Id, order.FileName, sha256);
            var dryRun = order.DryRun || unread.Problems.Count > 0;
            var command = new ImportFile(name, order.Kind, rows, options.Source, options.Evolution, order.BookedOn, dryRun, found, rows => decided = rows);
            var (refusal, answer, position) = dryRun ? (null, await trial.Decide(command, order.Actor), null) : await Record(order, command);
            await over.CancelAsync();
            await news;
            await Conclude(order, refusal, answer, position, unread.With(found), read, decided);
        }
        finally
        {
            await over.CancelAsync();
            await news;
        }
    }

    async Task<(Refusal? Refusal, ImportAnswer? Answer, string? Position)> Record(ImportOrder order, ImportFile command)
    {
        var caller = new Caller(order.Actor, $"import {order.Kind.Name}", null, [], null) { BookedOn = order.BookedOn };
        var outcome = (await journal.Record(caller, command)).Outcome;
        return (outcome.Refusal, outcome.Answer is { } stored ? JsonSerializer.Deserialize<ImportAnswer>(stored.Body, JsonSerializerOptions.Web) : null, outcome.Answer?.Position);
    }

    Task Conclude(ImportOrder order, Refusal? refusal, ImportAnswer? answer, string? position, ImportFindings found, int read, int decided)
    {
        if (refusal is { Code: not "import-refused" })
            return table.Tell(order.Id, "failed", read, decided, detail: refusal.Detail);
        var problems = found.Problems.Count;
        return answer is { AlreadyImported: true }
            ? table.Tell(order.Id, "already-imported", read, decided, detail: "The same file was recorded before: nothing was recorded again.")
            : order.DryRun ? table.Tell(order.Id, "checked", read, decided, found, problems == 0 ? "Every row could be recorded." : null)
            : problems > 0 ? table.Tell(order.Id, "refused", read, decided, found, "Nothing of the file was recorded.")
            : table.Tell(order.Id, "recorded", read, decided, found, position: position);
    }

    async Task Tell(Func<Task> tell, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await tell();
                await Task.Delay(BetweenNews, clock, over);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The last word is said by whoever ended it.
            return;
        }
        catch (Npgsql.NpgsqlException failure)
        {
            LogNoNews(failure.Message);
        }
    }

    static async Task<string> Sha256(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} could not be imported")]
    partial void LogFailed(string file, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "How the import gets on could not be told: {Reason}")]
    partial void LogNoNews(string reason);
}
