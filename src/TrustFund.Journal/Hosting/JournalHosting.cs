using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using TrustFund.Journal.Broker;
using TrustFund.Journal.Checking;
using TrustFund.Journal.Followers;
using TrustFund.Journal.Http;
using TrustFund.Journal.Imports;
using TrustFund.Journal.Relaying;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Hosting;

/// <summary>Gives a service its journal.</summary>
public static class JournalHosting
{
    /// <summary>
    /// Adds the journal of a service: its database (<c>ConnectionStrings:&lt;source&gt;db</c>), its writer, its relay, its followers of
    /// the sources that <see cref="Followings"/> names, and their health. An HTTP client of each such source, named after it and carrying
    /// the service's token, is the caller's to add.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="source">The service's name, such as <c>pledges</c>.</param>
    /// <param name="evolution">How its states follow from facts.</param>
    /// <exception cref="InvalidOperationException">The database's or the broker's connection string is missing.</exception>
    public static WebApplicationBuilder AddJournal(this WebApplicationBuilder builder, string source, Evolution evolution)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new JournalOptions(source, evolution));
        var database = OpenDatabase(builder.Configuration, source);
        // By way of a factory, so that it is closed with the service.
        services.AddSingleton(_ => database);
        services.AddSingleton<RelaySignal>();
        services.AddSingleton<GroupWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupWriter>());
        services.AddSingleton(provider => new JournalWriter(provider.GetRequiredService<GroupWriter>()));
        services.AddSingleton<BrokerLogin>();
        services.AddSingleton<ConsumerCount>();
        services.AddHostedService<Relay>();
        services.AddSingleton<Unapplied>();
        services.AddSingleton<FollowerSet>();
        services.AddHostedService(provider => provider.GetRequiredService<FollowerSet>());
        services.AddFollowing(builder.Configuration, source);
        services.AddSingleton<Verification>();
        services.AddSingleton<ImportTable>();
        services.AddSingleton<ImportTrial>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportRunner>());
        services.AddJournalHealth();
        return builder;
    }

    /// <summary>Maps the journal's own endpoints: the feed, what could not be applied, and the proof of the books.</summary>
    public static WebApplication MapJournal(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var readers = app.MapGroup("").RequireAuthorization(policy => policy.RequireRole("service", "integrator", "auditor", "administrator")).WithTags("Journal");
        Feed.Map(readers);
        HeadEndpoint.Map(readers);
        UnappliedEndpoints.Map(app.MapGroup("").RequireAuthorization(policy => policy.RequireRole("administrator", "auditor")).WithTags("Journal"));
        UnappliedEndpoints.MapReplay(app.MapGroup("").RequireAuthorization(policy => policy.RequireRole("administrator")).WithTags("Journal"));
        VerifyEndpoint.Map(app.MapGroup("").RequireAuthorization(policy => policy.RequireRole("administrator", "auditor")).WithTags("Journal"));
        return app;
    }

    internal static NpgsqlDataSource OpenDatabase(IConfiguration configuration, string source)
    {
        var name = $"{source}db";
        var given = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{name} is missing: the database of '{source}', as its own role."));
        given.ApplicationName ??= source;
        if (given.MaxAutoPrepare == 0) given.MaxAutoPrepare = 100;
        // A stopped process must not hold the head for long; nor may a dead network keep a writer waiting for minutes.
        // A statement is planned once, when its tables may still be empty: without the last, it would read whole tables for ever after.
        given.Options ??= "-c idle_in_transaction_session_timeout=10s -c jit=off -c enable_seqscan=off";
        // Rows are compared with the fold of the journals as text.
        given.Timezone = "UTC";
        given.CommandTimeout = 15;
        given.Timeout = 5;
        return new NpgsqlDataSourceBuilder(given.ConnectionString).Build();
    }
}
