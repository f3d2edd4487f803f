using System.Text.Json.Serialization;

namespace TrustFund.Journal;

/// <summary>
/// What a service knows of one thing, kept as one row of a table and changed only by <see cref="Evolution.Apply"/>.
/// Properties are columns: <c>AwaitingSince</c> is <c>awaiting_since</c>; a nested value is a <c>jsonb</c> column.
/// </summary>
public abstract record State
{
    /// <summary>The row's primary key, <c>id</c>. A key of several parts is joined with slashes: <c>EUTF-AFRICA/SLC</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How often the row was written; the ETag of the thing. The journal counts it.</summary>
    [JsonInclude]
    public long Version { get; internal init; }
}
