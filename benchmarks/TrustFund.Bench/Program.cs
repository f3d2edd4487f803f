using TrustFund.Bench;

if (args is not ["record", ..])
{
    Console.Error.WriteLine("Usage: ./bench record [--rounds 3] [--seconds 4] [--funds 200]");
    return 2;
}

int Option(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at > 0 && at + 1 < args.Length && int.TryParse(args[at + 1], out var value) && value > 0 ? value : otherwise;
}

await RecordBench.Run(Option("--rounds", 3), TimeSpan.FromSeconds(Option("--seconds", 4)), Option("--funds", 200));
return 0;
