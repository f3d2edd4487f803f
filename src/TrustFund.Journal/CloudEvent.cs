using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using TrustFund.Events;

namespace TrustFund.Journal;

/// <summary>
/// An entry's final wire form: a CloudEvent 1.0 in JSON, structured mode. Its bytes are hashed, stored, published and fed unchanged.
/// Extensions: <c>sequence</c>, <c>previoushash</c> (SHA-256 of the entry before it, hexadecimal), <c>fund</c>, <c>actor</c>,
/// <c>valuedate</c>, <c>bookingdate</c>, <c>traceparent</c>.
/// </summary>
public sealed class CloudEvent
{
    /// <summary>The media type of one event.</summary>
    public const string MediaType = "application/cloudevents+json";

    const string DateFormat = "yyyy-MM-dd";
    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    // The envelope is never put into a web page; escaping what is beyond ASCII would only make it longer and harder to read.
    static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    IFundEvent? fact;

    CloudEvent(ReadOnlyMemory<byte> body) => Body = body;

    /// <summary>The bytes on the wire.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The service that recorded it.</summary>
    public required string Source { get; init; }

    /// <summary>Its place in the source's journal.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its type's name on the wire, such as <c>pledges.PledgeCertified.v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The day whose period it belongs to; null in an entry from before periods were kept, which goes by its value date.</summary>
    public DateOnly? BookedOn { get; init; }

    /// <summary>Who caused it.</summary>
    public required string Actor { get; init; }

    /// <summary>SHA-256 of the entry before it.</summary>
    public required ReadOnlyMemory<byte> PreviousHash { get; init; }

    /// <summary>The trace context of its commit.</summary>
    public string? TraceParent { get; init; }

    /// <summary>SHA-256 of <see cref="Body"/>.</summary>
    public byte[] Hash() => SHA256.HashData(Body.Span);

    /// <summary>What it says.</summary>
    /// <exception cref="JsonException">Its data is not what its type says.</exception>
    /// <exception cref="InvalidOperationException">This version does not know its type.</exception>
    public IFundEvent Fact => fact ??= ReadFact();

    /// <summary>Whether this version knows its type. One it does not know may be money, so it is not passed by.</summary>
    internal bool IsKnown => EventTypes.Find(Type) is not null;

    internal bool IsOf(Evolution evolution) => EventTypes.Find(Type) is { } type && evolution.Follows.Contains(type);

    internal Recorded AsRecorded() => new(Source, Sequence, Time, Actor, TraceParent, Fact) { BookedOn = Books.DateOf(Fact, BookedOn, Time) };

    internal static CloudEvent Write(Recorded recorded, ReadOnlySpan<byte> previousHash)
    {
        var what = recorded.Event;
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        json.WriteString("specversion"u8, "1.0"u8);
        json.WriteString("id"u8, $"{recorded.Source}:{recorded.Sequence}");
        json.WriteString("source"u8, recorded.Source);
        json.WriteString("type"u8, EventTypes.NameOf(what.GetType()));
        json.WriteString("subject"u8, what.Subject);
        json.WriteString("time"u8, recorded.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.WriteString("datacontenttype"u8, "application/json"u8);
        json.WriteString("sequence"u8, recorded.Sequence.ToString(CultureInfo.InvariantCulture));
        json.WriteString("previoushash"u8, Convert.ToHexStringLower(previousHash));
        json.WriteString("fund"u8, what.Fund);
        json.WriteString("actor"u8, recorded.Actor);
        if (what.ValueDate is { } valueDate)
            json.WriteString("valuedate"u8, valueDate.ToString(DateFormat, CultureInfo.InvariantCulture));
        json.WriteString("bookingdate"u8, recorded.BookedOn.ToString(DateFormat, CultureInfo.InvariantCulture));
        if (recorded.TraceParent is not null)
            json.WriteString("traceparent"u8, recorded.TraceParent);
        json.WritePropertyName("data"u8);
        JsonSerializer.Serialize(json, what, what.GetType(), EventJson.Options);
        json.WriteEndObject();
        json.Flush();
        // Cut to size: the buffer is up to twice as long, and the entries of a whole file are kept until they are committed together.
        return new(buffer.WrittenSpan.ToArray())
        {
            Source = recorded.Source,
            Sequence = recorded.Sequence,
            Type = EventTypes.NameOf(what.GetType()),
            Time = recorded.At,
            BookedOn = recorded.BookedOn,
            Actor = recorded.Actor,
            PreviousHash = previousHash.ToArray(),
            TraceParent = recorded.TraceParent,
            fact = what,
        };
    }

    /// <summary>Reads an event off the wire.</summary>
    /// <exception cref="JsonException">It is no CloudEvent of this platform.</exception>
    public static CloudEvent Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return ReadEnvelope(body);
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException)
        {
            throw new JsonException("Not an event of this platform: a member is not of its type.", failure);
        }
    }

    static CloudEvent ReadEnvelope(ReadOnlyMemory<byte> body)
    {
        string? source = null, type = null, actor = null, sequence = null, previous = null, trace = null;
        DateTimeOffset? time = null;
        DateOnly? bookedOn = null;
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "source": source = reader.GetString(); break;
                case "type": type = reader.GetString(); break;
                case "actor": actor = reader.GetString(); break;
                case "sequence": sequence = reader.GetString(); break;
                case "previoushash": previous = reader.GetString(); break;
                case "traceparent": trace = reader.GetString(); break;
                case "bookingdate": bookedOn = DateOnly.ParseExact(reader.GetString() ?? "", DateFormat, CultureInfo.InvariantCulture); break;
                case "time": time = reader.GetDateTimeOffset(); break;
                default: reader.Skip(); break;
            }
        }
        if (!long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || source is null || type is null || actor is null || time is null || previous is null)
            throw new JsonException("Not an event of this platform: source, type, time, actor, sequence and previoushash are required.");
        return new(body)
        {
            Source = source,
            Sequence = number,
            Type = type,
            Time = time.Value,
            BookedOn = bookedOn,
            Actor = actor,
            PreviousHash = Convert.FromHexString(previous),
            TraceParent = trace,
        };
    }

    /// <summary>The routing key: <c>pledges.EUTF-AFRICA.PledgeCertified</c>.</summary>
    public string RoutingKey => $"{Source}.{Fact.Fund}.{Fact.GetType().Name}";

    IFundEvent ReadFact()
    {
        var type = EventTypes.Find(Type) ?? throw new InvalidOperationException($"This version does not know '{Type}'.");
        using var document = JsonDocument.Parse(Body);
        return (IFundEvent?)document.RootElement.GetProperty("data").Deserialize(type, EventJson.Options)
            ?? throw new JsonException($"'{Source}:{Sequence}' has no data.");
    }
}
