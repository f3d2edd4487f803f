namespace TrustFund.Leverage;

/// <summary>The names of operations and financiers: letter case and spacing make no other name.</summary>
static class Names
{
    /// <summary>What two spellings of one name have in common.</summary>
    public static string Fold(string name) => Tidy(name).ToUpperInvariant();

    /// <summary>A name without needless spaces.</summary>
    public static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
