using System.Globalization;

namespace TrustFund.AppHost.Local;

/// <summary>What RabbitMQ needs to know to keep everything in one folder and on the loopback interface.</summary>
sealed class RabbitMqSettings(string folder, int port, int managementPort, int distributionPort, string userName, string password)
{
    static readonly string[] Programs = ["/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server", "/opt/homebrew/sbin/rabbitmq-server"];

    public static string FindProgram() =>
        Programs.FirstOrDefault(File.Exists)
        ?? throw new DistributedApplicationException("RabbitMQ is not installed; './run' installs it, or 'apt-get install rabbitmq-server'.");

    public void Write()
    {
        Directory.CreateDirectory(In("home"));
        File.WriteAllText(In("enabled_plugins"), "[rabbitmq_management].\n");
        PrivateFile.Write(In("rabbitmq.conf"), Configuration());
    }

    /// <summary>The variables of the start, with any that the caller's own environment had for another broker taken away.</summary>
    public Dictionary<string, string?> Environment()
    {
        var distribution = distributionPort.ToString(CultureInfo.InvariantCulture);
        var environment = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("RABBITMQ_", StringComparison.Ordinal) || name.StartsWith("ERL_", StringComparison.Ordinal))
            .ToDictionary(name => name, _ => (string?)null);
        environment["HOME"] = In("home");
        environment["RABBITMQ_NODENAME"] = "trustfund@localhost";
        environment["RABBITMQ_BASE"] = In("base");
        environment["RABBITMQ_MNESIA_BASE"] = In("base/mnesia");
        environment["RABBITMQ_LOG_BASE"] = In("log");
        environment["RABBITMQ_CONF_ENV_FILE"] = In("none");
        environment["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf");
        environment["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins");
        environment["RABBITMQ_DIST_PORT"] = distribution;

        // The script then becomes the broker instead of standing beside it, and a stop is a plain SIGTERM to the one process.
        environment["RUNNING_UNDER_SYSTEMD"] = "true";

        // Naming the node from the first moment, at a port known beforehand, spares the port mapper daemon (epmd): it takes seconds to start and
        // outlives the broker. The other flags keep idle schedulers from spinning.
        environment["ERL_FLAGS"] = "-start_epmd false";
        environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            $"-sname trustfund@localhost -erl_epmd_port {distribution} -kernel inet_dist_use_interface {{127,0,0,1}} +sbwt none +sbwtdcpu none +sbwtdio none";
        return environment;
    }

    // default_user counts only while the broker has no data, and takes the place of guest.
    string Configuration() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        listeners.tcp.default = 127.0.0.1:{port}
        management.tcp.ip = 127.0.0.1
        management.tcp.port = {managementPort}
        default_user = {userName}
        default_pass = {password}
        log.console = false
        log.file = broker.log
        log.file.level = info
        log.file.rotation.size = 10485760
        log.file.rotation.count = 3
        disk_free_limit.absolute = 200MB
        vm_memory_high_watermark.absolute = 1GB

        """);

    string In(string name) => Path.Combine(folder, name);
}
