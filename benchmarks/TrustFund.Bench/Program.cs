using TrustFund.Bench;

int Option(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at > 0 && at + 1 < args.Length && int.TryParse(args[at + 1], out var value) && value > 0 ? value : otherwise;
}

switch (args)
{
    case ["record", ..]:
        await RecordBench.Run(Option("--rounds", 3), TimeSpan.FromSeconds(Option("--seconds", 4)), Option("--funds", 200));
        return 0;
    case ["report", ..]:
        await ReportBench.Run(Option("--entries", 1_000_000), Option("--repeats", 5));
        return 0;
    default:
        Console.Error.WriteLine("Usage: ./bench record [--rounds 3] [--seconds 4] [--funds 200]   or   ./bench report [--entries 1000000] [--repeats 5]");
        return 2;
}
