using System.Text.Json;

namespace TrustFund.Demo.Playing;

/// <summary>Where the platform's services answer, and who of them follows whom.</summary>
sealed class Platform
{
    /// <summary>The development issuer.</summary>
    public const string SignIn = "signin";

    /// <summary>The services that keep a journal.</summary>
    public static readonly IReadOnlyList<string> Services = ["pledges", "contracts", "disbursements", "leverage", "audit"];

    /// <summary>Whose facts each service applies, and a list of it that can be asked for to wait until they have arrived.</summary>
    public static readonly IReadOnlyDictionary<string, (string[] Sources, string List)> Followers = new Dictionary<string, (string[], string)>
    {
        ["contracts"] = (["pledges", "disbursements"], "/partners"),
        ["disbursements"] = (["pledges", "contracts"], "/funds/EUTF-AFRICA/disbursements"),
        ["leverage"] = (["pledges"], "/funds/EIP/instruments"),
        ["audit"] = (["pledges", "contracts", "disbursements", "leverage"], "/funds/EUTF-AFRICA/exceptions"),
    };

    // Where the services' launch settings put them.
    static readonly Dictionary<string, string> Usual = new()
    {
        [SignIn] = "http://127.0.0.1:5100",
        ["pledges"] = "http://127.0.0.1:5101",
        ["contracts"] = "http://127.0.0.1:5102",
        ["disbursements"] = "http://127.0.0.1:5103",
        ["leverage"] = "http://127.0.0.1:5104",
        ["audit"] = "http://127.0.0.1:5105",
    };

    readonly Dictionary<string, Uri> addresses;

    Platform(Dictionary<string, string> named) => addresses = new[] { SignIn }.Concat(Services).ToDictionary(
        service => service,
        service => Uri.TryCreate(named.GetValueOrDefault(service), UriKind.Absolute, out var address)
            ? address
            : throw new StoppedException($"The platform's file names no address of '{service}'."));

    /// <summary>The platform that <c>--platform FILE</c> names: a JSON object of services' names and addresses. Without it, the usual addresses.</summary>
    public static Platform Of(string[] arguments) => arguments switch
    {
        [] => new(Usual),
        ["--platform", var file] when File.Exists(file) => new(
            JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? throw new StoppedException($"{file} is empty.")),
        ["--platform", var file] => throw new StoppedException($"There is no file {file}: is the platform running? Start it with ./run."),
        _ => throw new StoppedException("Usage: TrustFund.Demo [--platform FILE]"),
    };

    /// <summary>The address of something a service offers.</summary>
    public Uri At(string service, string path) => new(addresses[service], path);
}
