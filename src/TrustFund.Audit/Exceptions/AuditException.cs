using TrustFund.Events.Audit.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Exceptions;

/// <summary>Where the work on an exception stands.</summary>
enum ExceptionState
{
    /// <summary>Nobody works on it yet.</summary>
    Open,

    /// <summary>A person does.</summary>
    Assigned,

    /// <summary>It is settled: its cause is gone, or it is accepted as it is.</summary>
    Resolved,
}

/// <summary>Something that does not fit, as an object that a person works on.</summary>
sealed record AuditException : State
{
    public required string Fund { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required string Detail { get; init; }

    public decimal? Difference { get; init; }

    public string? Currency { get; init; }

    public string? Source { get; init; }

    public long? Sequence { get; init; }

    public required ExceptionState Standing { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public string? Person { get; init; }

    public string? Reason { get; init; }

    public bool? Accepted { get; init; }

    public string? ResolvedBy { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>What makes it the same exception when it is found again: its difference, or what it says where that is no amount.</summary>
    public string Gist() => this is { Difference: { } amount, Currency: { } currency } ? new Money(amount, TrustFund.Currency.Of(currency)).ToString() : Detail;

    public static void Apply(States states, Recorded recorded, ExceptionRaised fact)
    {
        states.Put(new AuditException
        {
            Id = fact.ExceptionId,
            Fund = fact.Fund,
            Kind = fact.Kind,
            Subject = fact.Subject,
            Detail = fact.Detail,
            Difference = fact.Difference?.Amount,
            Currency = fact.Difference?.Currency.Code,
            Source = fact.Source,
            Sequence = fact.Sequence,
            Standing = ExceptionState.Open,
            RaisedAt = recorded.At,
        });
        states.Put(new ExceptionSlot { Id = ExceptionSlot.KeyOf(fact.Fund, fact.Kind, fact.Subject), Fund = fact.Fund, Kind = fact.Kind, ExceptionId = fact.ExceptionId, IsOpen = true });
    }

    public static void Apply(States states, ExceptionAssigned fact) => states.Change<AuditException>(
        fact.ExceptionId, exception => exception with { Standing = ExceptionState.Assigned, Person = fact.Person });

    public static void Apply(States states, Recorded recorded, ExceptionResolved fact)
    {
        // What a person settled stays as that person settled it; that its cause is gone since ends the acceptance alone.
        states.Change<AuditException>(fact.ExceptionId, exception => exception.Standing == ExceptionState.Resolved ? exception : exception with
        {
            Standing = ExceptionState.Resolved,
            Reason = fact.Reason,
            Accepted = fact.Accepted,
            ResolvedBy = recorded.Actor,
            ResolvedAt = recorded.At,
        });
        var exception = states.Get<AuditException>(fact.ExceptionId);
        states.Change<ExceptionSlot>(ExceptionSlot.KeyOf(exception.Fund, exception.Kind, exception.Subject), slot => slot with
        {
            IsOpen = false,
            AcceptedAs = fact.Accepted ? exception.Gist() : null,
        });
    }
}

/// <summary>
/// The last exception of a kind about a subject: one is raised while none is open, and an accepted one is not raised again while it says
/// the same. The id is the fund's code, the kind and the subject, joined with slashes.
/// </summary>
sealed record ExceptionSlot : State
{
    public required string Fund { get; init; }

    public required string Kind { get; init; }

    public required string ExceptionId { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>The gist of the accepted exception; null when the last one was not accepted.</summary>
    public string? AcceptedAs { get; init; }

    public static string KeyOf(string fund, string kind, string subject) => $"{fund}/{kind}/{subject}";
}
