namespace TrustFund.Journal;

/// <summary>Names one state: its kind and its id.</summary>
/// <param name="Kind">The record type of the state.</param>
/// <param name="Id">The row's primary key.</param>
public readonly record struct StateKey(Type Kind, string Id)
{
    /// <summary>The key of the <typeparamref name="T"/> with this id.</summary>
    public static StateKey Of<T>(string id)
        where T : State => new(typeof(T), id);
}
