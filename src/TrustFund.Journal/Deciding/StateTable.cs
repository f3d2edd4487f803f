namespace TrustFund.Journal;

/// <summary>Which table keeps a kind of state.</summary>
public sealed class StateTable
{
    StateTable(Type kind, string name) => (Kind, Name) = (kind, name);

    /// <summary>The record type of the states.</summary>
    public Type Kind { get; }

    /// <summary>The table's name, in schema <c>public</c> of the service's database.</summary>
    public string Name { get; }

    /// <summary>Keeps states of kind <typeparamref name="T"/> in the table <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">The name is not a plain lower-case SQL identifier.</exception>
    public static StateTable For<T>(string name)
        where T : State
    {
        if (name.Length is 0 or > 60 || name.Any(c => c is not ((>= 'a' and <= 'z') or '_')))
            throw new ArgumentException($"'{name}' is not a plain lower-case table name.", nameof(name));
        return new(typeof(T), name);
    }
}
