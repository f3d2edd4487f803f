using AppHost.TestService;

// One program in three parts, so that the engine's tests have something small to start: a whole platform, a task, and a service.
switch (args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("Part"))
{
    case "platform":
        var platform = DistributedApplication.CreateBuilder(args[1..]);
        TestTopology.Configure(platform);
        await platform.Build().RunAsync();
        return Environment.ExitCode;

    case "task":
        return await TestTask.RunAsync();

    default:
        await TestWebService.RunAsync();
        return 0;
}
