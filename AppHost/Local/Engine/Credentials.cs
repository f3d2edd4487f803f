using System.Text.Json;

namespace TrustFund.AppHost.Local;

/// <summary>Generated passwords, made once per data folder and kept in a file that only its owner can read.</summary>
sealed class Credentials(string file)
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    readonly Lock gate = new();

    public string GetOrAdd(string name, Func<string> generate)
    {
        lock (gate)
        {
            var known = File.Exists(file) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(file))! : [];
            if (known.TryGetValue(name, out var value))
            {
                return value;
            }

            value = known[name] = generate();
            PrivateFile.Write(file, JsonSerializer.Serialize(known, Json));
            return value;
        }
    }
}
