namespace TrustFund.Journal.Reporting;

/// <summary>Writes rows of history, which reports of another day add up.</summary>
public static class Inserting
{
    /// <summary>
    /// Writes a row that cannot be there yet, because its id is the position of the fact it comes from, and each fact is applied once: so it
    /// need not be looked for first.
    /// </summary>
    public static void Insert<T>(this States states, T row)
        where T : State
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(row);
        var key = StateKey.Of<T>(row.Id);
        if (!states.Holds(key))
            states.Load(key, null);
        states.Put(row);
    }
}
