namespace TrustFund.Journal;

/// <summary>Why a command is refused. A refusal changes nothing and claims no idempotency key.</summary>
/// <param name="Status">The HTTP status: 404 unknown, 409 the present state forbids it, 412 stale, 422 a rule of the fund forbids it.</param>
/// <param name="Code">The stable last part of the problem's type, such as <c>insufficient-availability</c>.</param>
/// <param name="Detail">A sentence for the person who asked, with the figures that decided.</param>
/// <param name="Field">The field of the request that is wrong, in its JSON name (<c>amount</c>, <c>split[1].window</c>), where one is.</param>
public sealed record Refusal(int Status, string Code, string Detail, string? Field = null)
{
    /// <summary>What else the same command is refused for, so that a person mends all of it at once.</summary>
    public IReadOnlyList<Refusal> Others { get; init; } = [];

    /// <summary>This refusal and the others, each by itself.</summary>
    public IEnumerable<Refusal> Each() => [this with { Others = [] }, .. Others];

    /// <summary>The thing named in the request does not exist.</summary>
    public static Refusal NotFound(string what, string id, string? field = null) =>
        new(404, "not-found", $"There is no {what} '{id}'.", field);

    /// <summary>The thing's present state forbids it, whatever the amounts.</summary>
    public static Refusal Conflict(string code, string detail, string? field = null) => new(409, code, detail, field);

    /// <summary>A rule of the fund forbids it.</summary>
    public static Refusal Rule(string code, string detail, string? field = null) => new(422, code, detail, field);

    /// <summary>All of these as one, the first foremost; null when there is none. The same field is not told the same thing twice.</summary>
    public static Refusal? All(params ReadOnlySpan<Refusal?> refusals)
    {
        foreach (var refusal in refusals)
        {
            if (refusal is not null)
                return Together(refusals.ToArray());
        }
        return null;
    }

    /// <summary>All of these as one, the first foremost; null when there is none. The same field is not told the same thing twice.</summary>
    public static Refusal? All(IEnumerable<Refusal?> refusals) => Together(refusals);

    /// <summary>The person may do this kind of thing, but not to this document.</summary>
    public static Refusal Forbidden(string code, string detail) => new(403, code, detail);

    /// <inheritdoc />
    public bool Equals(Refusal? other) =>
        other is not null && (Status, Code, Detail, Field) == (other.Status, other.Code, other.Detail, other.Field) && Others.SequenceEqual(other.Others);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Status, Code, Detail, Field, Others.Count);

    static Refusal? Together(IEnumerable<Refusal?> refusals)
    {
        var all = refusals.OfType<Refusal>().SelectMany(refusal => refusal.Each()).DistinctBy(refusal => (refusal.Field, refusal.Code, refusal.Field is null ? refusal.Detail : null)).ToList();
        return all is [] ? null : all[0] with { Others = [.. all.Skip(1)] };
    }
}
