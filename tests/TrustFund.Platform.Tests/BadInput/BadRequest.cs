namespace TrustFund.Platform.Tests.BadInput;

/// <summary>A request that must be refused, and how. Ids of the stage stand in braces in its path.</summary>
sealed record BadRequest(string Service, string Path, string? Person, string Body, int Status, string Problem, string? Field = null)
{
    /// <summary>The idempotency key: a new one when left out, none when empty.</summary>
    public string? Key { get; init; }

    /// <summary>The request with the stage's ids in it.</summary>
    public BadRequest On(IReadOnlyDictionary<string, string> ids) =>
        this with { Path = ids.Aggregate(Path, (path, id) => path.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal)) };
}
