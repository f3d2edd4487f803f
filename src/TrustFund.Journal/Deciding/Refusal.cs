namespace TrustFund.Journal;

/// <summary>Why a command is refused. A refusal changes nothing and claims no idempotency key.</summary>
/// <param name="Status">The HTTP status: 404 unknown, 409 the present state forbids it, 412 stale, 422 a rule of the fund forbids it.</param>
/// <param name="Code">The stable last part of the problem's type, such as <c>insufficient-availability</c>.</param>
/// <param name="Detail">A sentence for the person who asked, with the figures that decided.</param>
/// <param name="Field">The field of the request that is wrong, in its JSON name (<c>amount</c>, <c>split[1].window</c>), where one is.</param>
public sealed record Refusal(int Status, string Code, string Detail, string? Field = null)
{
    /// <summary>The thing named in the request does not exist.</summary>
    public static Refusal NotFound(string what, string id, string? field = null) =>
        new(404, "not-found", $"There is no {what} '{id}'.", field);

    /// <summary>The thing's present state forbids it, whatever the amounts.</summary>
    public static Refusal Conflict(string code, string detail, string? field = null) => new(409, code, detail, field);

    /// <summary>A rule of the fund forbids it.</summary>
    public static Refusal Rule(string code, string detail, string? field = null) => new(422, code, detail, field);

    /// <summary>The person may do this kind of thing, but not to this document.</summary>
    public static Refusal Forbidden(string code, string detail) => new(403, code, detail);
}
