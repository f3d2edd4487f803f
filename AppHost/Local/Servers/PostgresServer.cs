using System.Globalization;

namespace TrustFund.AppHost.Local;

/// <summary>
/// A PostgreSQL server of the platform's own, with its data in one folder, listening on the loopback interface only.
/// Tests start one alone with <see cref="StartAsync(string?, CancellationToken)"/>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    static readonly ServerUser User = new("postgres");

    readonly string folder;
    readonly bool temporary;
    readonly string password;

    internal PostgresServer(string name, string folder, string runFolder, int port, string userName, string password, ResourceLog log, bool temporary = false)
    {
        (this.folder, this.temporary, this.password) = (folder, temporary, password);
        (Port, UserName) = (port, userName);
        Process = new SupervisedProcess(name, runFolder, log, PrepareAsync, IsReadyAsync) { RestartsItself = !temporary };
    }

    /// <summary>The port it listens on, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The administrator's name.</summary>
    public string UserName { get; }

    /// <summary>Words added to the server's command line, such as <c>-c</c> and a setting.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = ["-c", "max_connections=200", "-c", "shared_buffers=256MB"];

    /// <summary>The administrator's connection string, to the database <c>postgres</c>.</summary>
    public string ConnectionString => ConnectionStringFor("postgres", UserName, password);

    internal SupervisedProcess Process { get; }

    string DataFolder => Path.Combine(folder, "data");

    /// <summary>Starts a server that belongs to the caller: nothing restarts it, and disposing of it ends it.</summary>
    /// <param name="folder">Where its data stay; null for a folder that goes away with the server.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public static async Task<PostgresServer> StartAsync(string? folder = null, CancellationToken cancellation = default)
    {
        var home = folder ?? TemporaryFolder.Create();
        var password = new Credentials(Path.Combine(Directory.CreateDirectory(home).FullName, "credentials.json"))
            .GetOrAdd("postgres-password", new GenerateParameterDefault { Special = false }.GetDefaultValue);
        var log = new ResourceLog("postgres", home, LogPrinter.Silent, quiet: true);
        var server = new PostgresServer("postgres", Path.Combine(home, "postgres"), home, Ports.ChooseAny(), "postgres", password, log, temporary: true) { Home = folder is null ? home : null };
        await server.Process.StartAsync(cancellation);
        return server;
    }

    /// <summary>A connection string for anybody, to any database of this server.</summary>
    public string ConnectionStringFor(string database, string userName, string password) =>
        $"Host=127.0.0.1;Port={Port.ToString(CultureInfo.InvariantCulture)};Username={userName};Password={password};Database={database}";

    /// <summary>Kills the server (SIGKILL), its workers too. <see cref="StartAgainAsync"/> brings it back.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <summary>Halts the server where it stands (SIGSTOP).</summary>
    public Task PauseAsync() => Process.PauseAsync();

    /// <summary>Lets a paused server go on (SIGCONT).</summary>
    public void Resume() => Process.Resume();

    /// <summary>Starts the server after it was killed or stopped, and waits until it takes connections.</summary>
    public Task StartAgainAsync(CancellationToken cancellation = default) => Process.StartAsync(cancellation);

    /// <summary>Stops the server as an administrator would: clients are cut off, nothing is lost.</summary>
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
        Ports.Release(Port);
        if (Home is not null)
        {
            Directory.Delete(Home, recursive: true);
        }
    }

    string? Home { get; init; }

    async Task<ProcessSpec> PrepareAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await ClearAwayEarlierServerAsync(cancellation);
        await User.TakeAsync(folder, cancellation);
        var programs = PostgresPrograms.For(DataFolder);
        if (!Directory.Exists(DataFolder))
        {
            await InitialiseAsync(programs, cancellation);
        }

        return User.Spec(Path.Combine(programs, "postgres"), ["-D", DataFolder, .. Settings(), .. Arguments], folder) with
        {
            StopSignal = Signal.Interrupt,
            StopTimeout = TimeSpan.FromSeconds(30),
            OrphanSignal = "QUIT",
            Environment = Environment.GetEnvironmentVariables().Keys.Cast<string>()
                .Where(variable => variable.StartsWith("PG", StringComparison.Ordinal))
                .ToDictionary(variable => variable, _ => (string?)null),
        };
    }

    async Task ClearAwayEarlierServerAsync(CancellationToken cancellation)
    {
        // The first line of the note is the server's number, which after a kill may be anybody's.
        var note = Path.Combine(DataFolder, "postmaster.pid");
        if (File.Exists(note)
            && int.TryParse(File.ReadLines(note).FirstOrDefault(), CultureInfo.InvariantCulture, out var process)
            && ProcessTable.CommandLine(process).Contains(DataFolder, StringComparison.Ordinal))
        {
            Leftovers.KillTree(process);
        }

        await Leftovers.ClearAsync(folder, cancellation);
        if (File.Exists(note))
        {
            File.Delete(note);
        }
    }

    IEnumerable<string> Settings() => new[]
    {
        "listen_addresses=127.0.0.1",
        $"port={Port.ToString(CultureInfo.InvariantCulture)}",
        // A socket's path may not be longer than 107 bytes, which a data folder's easily is; nobody uses it anyway.
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "log_checkpoints=off",
    }.SelectMany(setting => new[] { "-c", setting });

    async Task InitialiseAsync(string programs, CancellationToken cancellation)
    {
        // Made beside and then renamed, so that a start that is interrupted here leaves nothing half made.
        var next = DataFolder + ".new";
        var passwordFile = Path.Combine(folder, "password");
        if (Directory.Exists(next))
        {
            Directory.Delete(next, recursive: true);
        }

        PrivateFile.Write(passwordFile, password + Environment.NewLine);
        await User.TakeAsync(folder, cancellation);
        await User.RunAsAsync(
            Path.Combine(programs, "initdb"),
            ["-D", next, "-U", UserName, "--auth=scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8"],
            folder,
            cancellation);
        File.Delete(passwordFile);
        Directory.Move(next, DataFolder);
    }

    async Task<bool> IsReadyAsync(CancellationToken cancellation) =>
        await ServerUser.SucceedsAsync(
            [Path.Combine(PostgresPrograms.For(DataFolder), "pg_isready"), "-q", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture)],
            "/",
            cancellation);
}
