namespace TrustFund.Audit.Exceptions;

/// <summary>Something that does not fit, and who works on it.</summary>
/// <param name="Id">Id of the exception.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Kind">What does not fit.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Detail">The figures that differ.</param>
/// <param name="Difference">By how much; null where it is not an amount.</param>
/// <param name="State">`open`, `assigned` or `resolved`.</param>
/// <param name="RaisedAt">When it was raised, UTC.</param>
/// <param name="Position">The fact that showed it, where one did: `contracts:12`.</param>
/// <param name="Person">Opaque id of the person who works on it.</param>
/// <param name="Reason">Why it is settled.</param>
/// <param name="Accepted">Whether it stands and is accepted as it is.</param>
/// <param name="ResolvedBy">Opaque id of who settled it; `audit` where its cause was gone.</param>
/// <param name="ResolvedAt">When, UTC.</param>
sealed record ExceptionView(
    string Id,
    string Fund,
    string Kind,
    string Subject,
    string Detail,
    Money? Difference,
    ExceptionState State,
    DateTimeOffset RaisedAt,
    string? Position,
    string? Person,
    string? Reason,
    bool? Accepted,
    string? ResolvedBy,
    DateTimeOffset? ResolvedAt)
{
    public static ExceptionView Of(AuditException kept) => new(
        kept.Id,
        kept.Fund,
        kept.Kind,
        kept.Subject,
        kept.Detail,
        kept is { Difference: { } amount, Currency: { } currency } ? new Money(amount, TrustFund.Currency.Of(currency)) : null,
        kept.Standing,
        kept.RaisedAt,
        kept.Source is null ? null : FormattableString.Invariant($"{kept.Source}:{kept.Sequence}"),
        kept.Person,
        kept.Reason,
        kept.Accepted,
        kept.ResolvedBy,
        kept.ResolvedAt);
}
