using System.Globalization;
using System.Net.Sockets;

namespace AppHost.TestService;

/// <summary>Stands for provisioning: uses the servers, leaves a mark that it did, and ends.</summary>
static class TestTask
{
    public static async Task<int> RunAsync()
    {
        if (Environment.GetEnvironmentVariable("TaskFails") == "yes")
        {
            Console.WriteLine("the task was asked to fail");
            return 3;
        }

        foreach (var server in new[] { "POSTGRES", "MESSAGING" })
        {
            if (Environment.GetEnvironmentVariable(server + "_PORT") is { } port)
            {
                using var client = new TcpClient();
                await client.ConnectAsync(Environment.GetEnvironmentVariable(server + "_HOST")!, int.Parse(port, CultureInfo.InvariantCulture));
            }
        }

        await File.WriteAllTextAsync(Environment.GetEnvironmentVariable("DoneFile")!, "done");
        return 0;
    }
}
