using TrustFund.Journal.Writing;

namespace TrustFund.Journal;

/// <summary>What a service's journal is made of.</summary>
sealed class JournalOptions
{
    public JournalOptions(string source, Evolution evolution)
    {
        Source = source;
        Evolution = Books.Over(source, evolution);
        Tables = Evolution.Tables.ToDictionary(table => table.Kind, table => new StateSql(table));
        Followed = [.. Followings.Of(source).Select(following => following.Source)];
    }

    /// <summary>The service's own name: its source on the wire.</summary>
    public string Source { get; }

    public Evolution Evolution { get; }

    public IReadOnlyDictionary<Type, StateSql> Tables { get; }

    /// <summary>The sources this service follows.</summary>
    public IReadOnlyList<string> Followed { get; }
}
