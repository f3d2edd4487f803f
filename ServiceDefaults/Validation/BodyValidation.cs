using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// Checks the bodies and parameters of minimal APIs against their data annotations. The framework's own generated validation sees only the
/// handlers and types of the project that turns it on, and names fields as C# does; this one sees whatever is mapped, and names fields as
/// the caller wrote them.
/// </summary>
static class BodyValidation
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext handler, EndpointFilterDelegate next)
    {
        var parameters = handler.MethodInfo.GetParameters();
        var rules = parameters.Select(parameter => parameter.GetCustomAttributes<ValidationAttribute>().ToArray()).ToArray();
        return request => Check(request, parameters, rules, next);
    }

    static async ValueTask<object?> Check(
        EndpointFilterInvocationContext request, ParameterInfo[] parameters, ValidationAttribute[][] rules, EndpointFilterDelegate next)
    {
        var body = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        SortedDictionary<string, string[]>? errors = null;
        for (var position = 0; position < parameters.Length; position++)
        {
            if (rules[position].Length > 0 && BodyRules.Broken(rules[position], request.Arguments[position], parameters[position].Name!) is { Length: > 0 } broken)
            {
                (errors ??= new(StringComparer.Ordinal))[parameters[position].Name!] = broken;
            }

            if (body is not null && parameters[position].ParameterType == body)
            {
                BodyRules.CheckBody(request.Arguments[position], errors ??= new(StringComparer.Ordinal));
            }
        }

        return errors is { Count: > 0 } ? await Refuse(request.HttpContext, errors) : await next(request);
    }

    static async Task<IResult> Refuse(HttpContext context, SortedDictionary<string, string[]> errors)
    {
        await context.WriteProblem(ProblemType.InvalidRequest, string.Join(' ', errors.Select(error => $"{error.Key}: {error.Value[0]}")), errors);
        return Results.Empty;
    }
}
