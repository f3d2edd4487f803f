using Npgsql;
using TrustFund.Audit.Reading;

namespace TrustFund.Audit.Reconciliation;

/// <summary>Reconciles every fund every few minutes: <c>Reconciliation:EveryMinutes</c>, five unless said otherwise.</summary>
sealed partial class RegularReconciliation(
    Reconciler reconciler, NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock, ILogger<RegularReconciliation> log) : BackgroundService
{
    const int UsualMinutes = 5;

    const string Funds = "select id from fund_facts order by id";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var every = TimeSpan.FromMinutes(configuration.GetValue("Reconciliation:EveryMinutes", UsualMinutes));
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RunAll(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the next start reconciles again.
        }
    }

    async Task RunAll(CancellationToken stopping)
    {
        try
        {
            foreach (var fund in await database.Read(Funds, row => row.GetString(0), stopping))
            {
                if (await reconciler.Run(fund, stopping) is { Raised.Count: > 0 } done)
                    LogRaised(fund, done.Raised.Count);
            }
        }
#pragma warning disable CA1031 // The database is away, or whatever it is: the next tick tries again.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reconciliation of {Fund} raised {Count} exceptions")]
    partial void LogRaised(string fund, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reconciliation could not be done; the next one tries again")]
    partial void LogFailed(Exception failure);
}
