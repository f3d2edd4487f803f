using Microsoft.Extensions.Configuration;
using TrustFund.Journal;

namespace TrustFund.Provisioning;

/// <summary>A service and the passwords that its logins get.</summary>
/// <param name="Name">The service: also its database, the stem of its database roles, and its broker login.</param>
/// <param name="DatabasePassword">Of the role <c>&lt;name&gt;_app</c>.</param>
/// <param name="BrokerPassword">Of the broker login <c>&lt;name&gt;</c>.</param>
sealed record ServiceLogins(string Name, string DatabasePassword, string BrokerPassword);

/// <summary>What provisioning is told: the two servers' administrators and each service's passwords.</summary>
/// <param name="Postgres">Npgsql connection string of PostgreSQL's administrator.</param>
/// <param name="Messaging">AMQP address with the broker's administrator in it.</param>
/// <param name="ManagementUri">Where the broker's management API answers.</param>
/// <param name="Services">The services, in the order in which they are provisioned.</param>
sealed record Settings(string Postgres, Uri Messaging, Uri ManagementUri, IReadOnlyList<ServiceLogins> Services)
{
    /// <summary>How long a server may take to answer before provisioning gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Reads the settings, from the environment or the command line.</summary>
    /// <exception cref="ProvisioningException">One is missing or malformed; the message names it.</exception>
    public static Settings From(IConfiguration configuration)
    {
        var settings = new Settings(
            Required(configuration, "ConnectionStrings:postgres"),
            Address(configuration, "ConnectionStrings:messaging"),
            Address(configuration, "Broker:ManagementUri"),
            [.. Followings.Services.Select(name => new ServiceLogins(
                name,
                Required(configuration, $"Services:{name}:DatabasePassword"),
                Required(configuration, $"Services:{name}:BrokerPassword")))]);
        return configuration["PatienceSeconds"] is { } text
            ? settings with { Patience = Seconds(text) }
            : settings;
    }

    static string Required(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value
            ? value
            : throw new ProvisioningException($"The setting {Variable(key)} is missing.");

    static Uri Address(IConfiguration configuration, string key) =>
        Uri.TryCreate(Required(configuration, key), UriKind.Absolute, out var address)
            ? address
            : throw new ProvisioningException($"The setting {Variable(key)} is no absolute address.");

    static TimeSpan Seconds(string text) =>
        int.TryParse(text, out var seconds) && seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new ProvisioningException("The setting PatienceSeconds must be a number of seconds from 1 to 3600.");

    static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
