using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TrustFund.Journal.Http;

/// <summary>Who sends a command, and what makes a repetition of it the same command. A minimal API handler takes it as a parameter.</summary>
/// <param name="Actor">Opaque id of the person: the same for the same issuer and subject, and saying nothing about either.</param>
/// <param name="Route">Method and route pattern: the scope of an idempotency key, together with the person.</param>
/// <param name="Key">The <c>Idempotency-Key</c>, or null when the request has none.</param>
/// <param name="RequestHash">SHA-256 of path, query and body: the same key with another hash is another command.</param>
/// <param name="IfMatch">The version the request expects, or null.</param>
public sealed record Caller(string Actor, string Route, string? Key, byte[] RequestHash, string? IfMatch)
{
    /// <summary>The booking date that was asked for (<c>?bookedOn=2018-12-31</c>), or null for the value date.</summary>
    public DateOnly? BookedOn { get; init; }

    /// <summary>Whether no person asks, but the clock: where a period is closed, its facts book on the first open day.</summary>
    internal bool IsClock { get; private init; }

    /// <summary>The service itself, when a date has come: a deadline that passes, for example.</summary>
    /// <param name="service">The service's name, which becomes the entry's actor.</param>
    public static Caller Clock(string service) => new(service, "clock", null, [], null) { IsClock = true };

    /// <summary>Reads the caller off a request, leaving the body to be read again.</summary>
    public static async ValueTask<Caller> BindAsync(HttpContext context)
    {
        var request = context.Request;
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{WhatIsAsked(request)}\n"));
        await AppendBody(request.Body, hash, context.RequestAborted);
        request.Body.Position = 0;
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var key = request.Headers["Idempotency-Key"].ToString();
        var ifMatch = request.Headers.IfMatch.ToString();
        return new(ActorOf(context.User), $"{request.Method} {pattern}", key.Length == 0 ? null : key, hash.GetHashAndReset(), ifMatch.Length == 0 ? null : ifMatch)
        {
            BookedOn = BookingDate.Of(request),
        };
    }

    // Codes and ids are the same in any letter case, and a repetition may wait for a later position, or for none.
    static string WhatIsAsked(HttpRequest request)
    {
        var query = request.Query.Where(parameter => parameter.Key != "atLeast").OrderBy(parameter => parameter.Key, StringComparer.Ordinal);
        return $"{request.Path.Value?.ToUpperInvariant()}?{string.Join('&', query.Select(parameter => $"{parameter.Key}={parameter.Value}"))}";
    }

    /// <summary>The opaque id of a signed-in person: a person is an issuer and a subject.</summary>
    /// <exception cref="InvalidOperationException">The token names no issuer or no subject.</exception>
    public static string ActorOf(ClaimsPrincipal user)
    {
        var subject = user.FindFirst("sub") ?? throw new InvalidOperationException("The token names no subject.");
        var issuer = user.FindFirst("iss")?.Value ?? throw new InvalidOperationException("The token names no issuer.");
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.TrimEnd('/')}\n{subject.Value}"));
        return new Guid(digest.AsSpan(0, 16), bigEndian: true).ToString();
    }

    static async Task AppendBody(Stream body, IncrementalHash hash, CancellationToken aborted)
    {
        var buffer = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(buffer, aborted)) > 0)
            hash.AppendData(buffer, 0, read);
    }
}
