using System.Text;
using System.Text.Json;

namespace TrustFund.AppHost.Local;

/// <summary>What a person is told when everything runs.</summary>
static class Welcome
{
    public static JsonSerializerOptions Json { get; } = new() { WriteIndented = true };

    /// <summary>The addresses, the next thing to try, and the word that says that the platform can be used.</summary>
    public static string Text(IReadOnlyDictionary<string, string> addresses)
    {
        var text = new StringBuilder().AppendLine().AppendLine("Everything runs:");
        var width = addresses.Keys.Max(name => name.Length);
        foreach (var (name, address) in addresses)
        {
            text.AppendLine($"  {name.PadRight(width)}  {address}");
        }

        text.AppendLine().AppendLine("Next, in another terminal:  ./run demo    (Ctrl-C here stops everything; the data stay)");
        return text.Append("ready").ToString();
    }
}
