using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace TrustFund.ServiceDefaults;

/// <summary>The documents of answers that are nothing but a status: no such address, wrong method, no token, wrong role, too large.</summary>
static class StatusProblems
{
    public static Task Write(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return context.WriteProblem(ProblemType.Of(status), Detail(context, status));
    }

    static string? Detail(HttpContext context, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => WhyNoIdentity(context),
        StatusCodes.Status403Forbidden => WhichRoles(context),
        StatusCodes.Status404NotFound => $"There is nothing at {context.Request.Path}.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} takes {context.Response.Headers.Allow}, not {context.Request.Method}.",
        StatusCodes.Status413PayloadTooLarge => $"The body may have {BodyLimit(context)} bytes at most.",
        StatusCodes.Status415UnsupportedMediaType => $"Send the body as {WhichFormats(context)}.",
        _ => null,
    };

    static string WhyNoIdentity(HttpContext context) =>
        context.Features.Get<RefusedToken>()?.ToString() ?? "Send a token of the platform's issuer in the header 'Authorization: Bearer …'.";

    static string? WhichRoles(HttpContext context)
    {
        var demanded = FailedRequest.Target(context)?.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements)
            .OfType<RolesAuthorizationRequirement>()
            .SelectMany(requirement => requirement.AllowedRoles)
            .Concat(FailedRequest.Target(context)?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>() ?? [])
            .Where(Roles.All.Contains)
            .Distinct()
            .ToList();
        var held = context.User.FindAll(SignInDefaults.RoleClaim).Select(role => role.Value).ToList();
        return demanded is not { Count: > 0 }
            ? null
            : $"This needs the role {string.Join(" or ", demanded)}; you have {(held.Count == 0 ? "none" : string.Join(", ", held))}.";
    }

    /// <summary>Routing has put an answer in the endpoint's place, so the endpoint that was meant is looked for again.</summary>
    static string WhichFormats(HttpContext context)
    {
        var formats = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(context.Request.Method) == true
                && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(context.Request.Path, []))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [])
            .Distinct()
            .ToList();
        return formats.Count == 0 ? "application/json" : string.Join(" or ", formats);
    }

    static long BodyLimit(HttpContext context) =>
        FailedRequest.Target(context)?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LimitDefaults.BodyBytes;
}
