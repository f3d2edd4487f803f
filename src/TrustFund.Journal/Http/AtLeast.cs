using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TrustFund.Journal.Followers;

namespace TrustFund.Journal.Http;

/// <summary>Lets a person read here what they have just written elsewhere.</summary>
public static class AtLeast
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// A request with <c>?atLeast=pledges:1234</c> (the <c>TrustFund-Position</c> of an earlier answer) waits until that fact is applied
    /// here, for at most ten seconds; then 503 with <c>Retry-After</c>. A source this service does not follow is refused with 400.
    /// </summary>
    public static TBuilder WithAtLeast<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.AddEndpointFilter<TBuilder, Filter>();
        return routes;
    }

    sealed class Filter(JournalOptions options, TimeProvider clock) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var asked = context.HttpContext.Request.Query["atLeast"].ToString();
            if (asked.Length == 0)
                return await next(context);
            var colon = asked.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !long.TryParse(asked[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
                return Problems.Of(new(400, "invalid-request", "'atLeast' is a position such as pledges:1234.", "atLeast"));
            var source = asked[..colon];
            // What this service wrote itself it can read at once.
            if (source == options.Source)
                return await next(context);
            if (!options.Followed.Contains(source))
                return Problems.Of(new(400, "invalid-request", $"'{options.Source}' does not follow '{source}'.", "atLeast"));
            if (await IsApplied(context.HttpContext, source, sequence))
                return await next(context);
            context.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.Of(new(503, "not-applied-yet", $"{asked} has not arrived here yet: ask again.", "atLeast"));
        }

        async Task<bool> IsApplied(HttpContext http, string source, long sequence)
        {
            var unapplied = http.RequestServices.GetRequiredService<Unapplied>();
            var started = clock.GetTimestamp();
            while (await unapplied.ReadCursor(source, http.RequestAborted) < sequence)
            {
                if (clock.GetElapsedTime(started) > Patience)
                    return false;
                await Task.Delay(Look, clock, http.RequestAborted);
            }
            return true;
        }
    }
}
