namespace TrustFund.ServiceDefaults;

/// <summary>A kind of problem that any service may answer with (RFC 9457). What a service refuses by its own rules has types of its own.</summary>
/// <param name="Status">The HTTP status it is answered with.</param>
/// <param name="Slug">The stable last part of its <see cref="Uri"/>.</param>
/// <param name="Title">What it is, the same for every occurrence.</param>
public sealed record ProblemType(int Status, string Slug, string Title)
{
    /// <summary>What every problem's type begins with.</summary>
    public const string Prefix = "urn:trustfund:problem:";

    /// <summary>A value of the request is not what it must be; <c>errors</c> names it.</summary>
    public static readonly ProblemType InvalidRequest = new(400, "invalid-request", "The request is not what this endpoint takes.");

    /// <summary>There is no token, or none that counts here.</summary>
    public static readonly ProblemType Unauthenticated = new(401, "unauthenticated", "Sign in first.");

    /// <summary>The caller is known and may not do this.</summary>
    public static readonly ProblemType Forbidden = new(403, "forbidden", "You may not do this.");

    /// <summary>Nothing is there.</summary>
    public static readonly ProblemType NotFound = new(404, "not-found", "There is no such thing.");

    /// <summary>The database, the issuer or another server is away for the moment; asking again may succeed.</summary>
    public static readonly ProblemType Unavailable = new(503, "unavailable", "The service cannot answer just now.");

    /// <summary>A fault of ours; nothing about it is told but the trace to look it up by.</summary>
    public static readonly ProblemType Internal = new(500, "internal-error", "Something went wrong on our side.");

    static readonly Dictionary<int, ProblemType> ByStatus = new ProblemType[]
    {
        InvalidRequest,
        Unauthenticated,
        Forbidden,
        NotFound,
        new(405, "method-not-allowed", "This is not done with that method."),
        new(406, "not-acceptable", "There is no answer in a format you accept."),
        new(408, "too-slow", "The request took too long to arrive."),
        new(409, "conflict", "The present state does not allow this."),
        new(412, "precondition-failed", "It has changed since you read it."),
        new(413, "too-large", "The request is too large."),
        new(414, "address-too-long", "The address is too long."),
        new(415, "unsupported-media-type", "The body is in a format this endpoint does not take."),
        new(422, "unprocessable", "A rule does not allow this."),
        new(428, "precondition-required", "Say which version you have read."),
        new(429, "too-many-requests", "You are asking too fast."),
        new(431, "headers-too-large", "The headers are too large."),
        Internal,
        new(502, "bad-gateway", "Another server gave no proper answer."),
        Unavailable,
        new(504, "gateway-timeout", "Another server did not answer in time."),
    }.ToDictionary(type => type.Status);

    /// <summary>The type as it stands in a problem document: <c>urn:trustfund:problem:not-found</c>.</summary>
    public string Uri => Prefix + Slug;

    /// <summary>The type for a status that comes with no document of its own.</summary>
    public static ProblemType Of(int status) =>
        ByStatus.TryGetValue(status, out var type) ? type
        : status < 500 ? InvalidRequest with { Status = status }
        : Internal with { Status = status };
}
