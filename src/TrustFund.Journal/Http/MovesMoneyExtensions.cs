using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace TrustFund.Journal.Http;

/// <summary>Endpoint metadata: the command moves money, so a request without an <c>Idempotency-Key</c> is refused.</summary>
public sealed class IdempotencyKeyRequired : IFromHeaderMetadata
{
    /// <summary>The header, as the OpenAPI document shows it.</summary>
    public string Name => "Idempotency-Key";
}

/// <summary>Marks commands that move money.</summary>
public static class MovesMoneyExtensions
{
    internal const int LongestKey = 255;

    internal static readonly Refusal KeyTooLong = new(400, "invalid-request", $"An Idempotency-Key has at most {LongestKey} characters.", "Idempotency-Key");

    static readonly Refusal KeyMissing = new(400, "idempotency-key-required",
        "This command moves money: send an Idempotency-Key header, the same one when you repeat the command.", "Idempotency-Key");

    /// <summary>
    /// The command moves money: its <c>Idempotency-Key</c> is required (400 without), so that a repetition has no second effect, and it may
    /// name the day it is booked on.
    /// </summary>
    public static RouteHandlerBuilder MovesMoney(this RouteHandlerBuilder route) => route
        .WithMetadata(new IdempotencyKeyRequired(), new BookingDate())
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var refusal = http.Request.Headers["Idempotency-Key"].ToString().Length == 0
                ? KeyMissing
                : BookingDate.Refuse(http.Request, http.RequestServices.GetRequiredService<TimeProvider>());
            return refusal is not null ? Problems.Of(refusal) : await next(context);
        });
}
