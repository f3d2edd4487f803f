using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace TrustFund.AppHost.Local;

/// <summary>
/// A RabbitMQ server of the platform's own, with its data in one folder, listening on the loopback interface only.
/// Tests start one alone with <see cref="StartAsync(string?, CancellationToken)"/>.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    static readonly ServerUser User = new("rabbitmq");
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    readonly string folder;

    internal RabbitMqServer(string name, string folder, string runFolder, RabbitMqPorts ports, string userName, string password, ResourceLog log, bool temporary = false)
    {
        this.folder = folder;
        (Port, ManagementPort, DistributionPort) = ports;
        (UserName, Password) = (userName, password);
        Process = new SupervisedProcess(name, runFolder, log, PrepareAsync, IsReadyAsync) { RestartsItself = !temporary };
    }

    /// <summary>The port that AMQP clients connect to, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The port of the management API, on 127.0.0.1.</summary>
    public int ManagementPort { get; }

    /// <summary>The administrator's name; there is no <c>guest</c>.</summary>
    public string UserName { get; }

    /// <summary>The administrator's password.</summary>
    public string Password { get; }

    /// <summary>The administrator's AMQP address.</summary>
    public Uri AmqpUri => AmqpUriFor(UserName, Password);

    /// <summary>The management API.</summary>
    public Uri ManagementUri => new($"http://127.0.0.1:{ManagementPort.ToString(CultureInfo.InvariantCulture)}");

    internal SupervisedProcess Process { get; }

    internal int DistributionPort { get; }

    string? Home { get; init; }

    /// <summary>Starts a server that belongs to the caller: nothing restarts it, and disposing of it ends it.</summary>
    /// <param name="folder">Where its data stay; null for a folder that goes away with the server.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public static async Task<RabbitMqServer> StartAsync(string? folder = null, CancellationToken cancellation = default)
    {
        var home = folder ?? TemporaryFolder.Create();
        var password = new Credentials(Path.Combine(Directory.CreateDirectory(home).FullName, "credentials.json"))
            .GetOrAdd("messaging-password", new GenerateParameterDefault { Special = false }.GetDefaultValue);
        var log = new ResourceLog("messaging", home, LogPrinter.Silent, quiet: true);
        var ports = new RabbitMqPorts(Ports.ChooseAny(), Ports.ChooseAny(), Ports.ChooseAny());
        var server = new RabbitMqServer("messaging", Path.Combine(home, "messaging"), home, ports, "trustfund", password, log, temporary: true) { Home = folder is null ? home : null };
        await server.Process.StartAsync(cancellation);
        return server;
    }

    /// <summary>An AMQP address for anybody who has a login at this server.</summary>
    public Uri AmqpUriFor(string userName, string password) =>
        new($"amqp://{Uri.EscapeDataString(userName)}:{Uri.EscapeDataString(password)}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Kills the server (SIGKILL). <see cref="StartAgainAsync"/> brings it back.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <summary>Halts the server where it stands (SIGSTOP).</summary>
    public Task PauseAsync() => Process.PauseAsync();

    /// <summary>Lets a paused server go on (SIGCONT).</summary>
    public void Resume() => Process.Resume();

    /// <summary>Starts the server after it was killed or stopped, and waits until it takes connections.</summary>
    public Task StartAgainAsync(CancellationToken cancellation = default) => Process.StartAsync(cancellation);

    /// <summary>Stops the server as an administrator would.</summary>
    public Task StopAsync() => Process.StopAsync();

    /// <summary>Stops the server and starts it again.</summary>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        await StopAsync();
        await StartAgainAsync(cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Process.StopAsync(kill: Home is not null);
        await Process.DisposeAsync();
        await Leftovers.ClearAsync(folder, CancellationToken.None);
        new[] { Port, ManagementPort, DistributionPort }.ToList().ForEach(Ports.Release);
        if (Home is not null)
        {
            Directory.Delete(Home, recursive: true);
        }
    }

    async Task<ProcessSpec> PrepareAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await Leftovers.ClearAsync(folder, cancellation);
        var settings = new RabbitMqSettings(folder, Port, ManagementPort, DistributionPort, UserName, Password);
        settings.Write();
        await User.TakeAsync(folder, cancellation);
        return User.Spec(RabbitMqSettings.FindProgram(), [], folder) with
        {
            Environment = settings.Environment(),
            StopTimeout = TimeSpan.FromSeconds(30),
        };
    }

    async Task<bool> IsReadyAsync(CancellationToken cancellation) =>
        await AnswersAdministratorAsync(cancellation) && await SpeaksAmqpAsync(cancellation);

    async Task<bool> AnswersAdministratorAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(ManagementUri, "/api/whoami"));
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{Password}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", login);
        try
        {
            using var response = await Http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception unready) when (unready is HttpRequestException || (unready is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    async Task<bool> SpeaksAmqpAsync(CancellationToken cancellation)
    {
        try
        {
            // The broker answers the protocol's greeting with a frame only when it takes connections.
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            await client.GetStream().WriteAsync("AMQP\0\0\x9\x1"u8.ToArray(), cancellation);
            return await client.GetStream().ReadAsync(new byte[1], cancellation) == 1;
        }
        catch (Exception unready) when (unready is SocketException or IOException)
        {
            return false;
        }
    }
}

/// <summary>The three ports of a broker: for AMQP, for its management API, and for its own runtime's distribution.</summary>
readonly record struct RabbitMqPorts(int Amqp, int Management, int Distribution);
