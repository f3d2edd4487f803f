using System.Text.Json;

namespace TrustFund.Journal.Writing;

/// <summary>How the states of one kind are read and written, set-wise: rows travel as one JSON document each way.</summary>
sealed class StateSql
{
    static readonly JsonSerializerOptions Json = StateJson.Options;

    public StateSql(StateTable table)
    {
        Kind = table.Kind;
        // A property that JSON ignores is worked out from the others and has no column.
        var columns = Json.GetTypeInfo(Kind).Properties.Where(property => property.Get is not null).Select(property => $"\"{property.Name}\"").ToList();
        var list = string.Join(", ", columns);
        Select = $"select id, row_to_json(kept)::text from {table.Name} kept where id = any($1)";
        SelectAll = $"select id, row_to_json(kept)::text from {table.Name} kept";
        Upsert = $"""
            insert into {table.Name} ({list})
            select {list} from jsonb_populate_recordset(null::{table.Name}, $1)
            on conflict (id) do update set ({list}) = row({string.Join(", ", columns.Select(column => $"excluded.{column}"))})
            """;
    }

    public Type Kind { get; }

    public string Select { get; }

    public string SelectAll { get; }

    public string Upsert { get; }

    public State Read(string row) => (State)JsonSerializer.Deserialize(row, Kind, Json)!;

    /// <summary>Whether a kept state is the one that ought to be. A column may have another scale, and jsonb another order of members.</summary>
    public bool AreSame(State one, State other) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(one, Kind, Json), JsonSerializer.SerializeToElement(other, Kind, Json));

    /// <summary>A state as it is kept, for saying what it is.</summary>
    public string Write(State state) => JsonSerializer.Serialize(state, Kind, Json);

    public byte[] WriteAll(IEnumerable<State> states)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var state in states)
                JsonSerializer.Serialize(json, state, Kind, Json);
            json.WriteEndArray();
        }
        return stream.ToArray();
    }
}
