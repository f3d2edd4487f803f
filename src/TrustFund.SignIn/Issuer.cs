using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using TrustFund.ServiceDefaults;

namespace TrustFund.SignIn;

/// <summary>
/// The development issuer: tokens for the demo users and for the platform's own services on a machine that has no OpenID Connect issuer.
/// Everybody knows its passwords, so it exists only in Development and only for the machine it runs on.
/// </summary>
public static class Issuer
{
    /// <summary>
    /// The issuer that every token names. It is no address, because a person is an issuer and a subject, and must stay the same person when
    /// the issuer moves to another port.
    /// </summary>
    public const string Name = "urn:trustfund:development-issuer";

    /// <summary>The issuer's process, ready to run.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development, or the key file is not named, readable or private.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (!builder.Environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"The development issuer refuses to start in '{builder.Environment.EnvironmentName}': its passwords are public. Set SignIn__Authority of the services to your own OpenID Connect issuer.");
        }

        builder.AddTelemetry();
        builder.AddHealth();
        builder.AddProblems();
        builder.AddStrictJson();
        builder.AddRequestLimits();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(SigningKey.At(builder.Configuration["SignIn:KeyFile"]));
        builder.Services.AddSingleton<Clients>();
        builder.Services.AddSingleton<Tokens>();
        builder.Services.AddSingleton<IConnectionListenerFactory, LoopbackOnly>();

        // A page elsewhere could otherwise reach this process through a name that it has pointed at this machine.
        builder.Services.PostConfigure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

        var app = builder.Build();
        app.UseProblems();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapDiscovery();
        app.MapTokenEndpoint();
        app.MapGet("/users", () => DemoUsers.All);
        return app;
    }
}
