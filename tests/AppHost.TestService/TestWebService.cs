using System.Collections;

namespace AppHost.TestService;

/// <summary>Stands for a service: healthy a moment after its start, and ready to tell what it was given.</summary>
static class TestWebService
{
    public static async Task RunAsync()
    {
        var taskWasDone = File.Exists(Environment.GetEnvironmentVariable("DoneFile"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var service = builder.Build();
        service.MapGet("/health", () => Results.Ok());
        service.MapGet("/task-was-done", () => taskWasDone.ToString());
        service.MapGet("/process", () => Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        service.MapGet("/environment", () => Results.Text(string.Join('\n', Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => $"{e.Key}={e.Value}"))));
        Console.WriteLine("the service says hello");
        await service.RunAsync();
        Console.WriteLine("the service says goodbye");
    }
}
