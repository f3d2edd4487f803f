using System.Text.RegularExpressions;

namespace TrustFund.AppHost.Local;

/// <summary>Verbs that decide what a resource finds in its environment. Names and values are those that Aspire 13.4 sets.</summary>
public static partial class EnvironmentVerbs
{
    /// <summary>Sets a variable to text.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment =>
        builder.With(environment => environment[name] = value ?? "");

    /// <summary>Sets a variable to a parameter's value.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment =>
        builder.With(environment => environment[name] = parameter.Resource.GetValue());

    /// <summary>Sets a variable to an endpoint's address.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment =>
        builder.With(environment => environment[name] = endpointReference.GetValue());

    /// <summary>Sets a variable to an expression's value.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value)
        where T : IResourceWithEnvironment =>
        builder.With(environment => environment[name] = value.GetValue());

    /// <summary>Hands over a connection string, as <c>ConnectionStrings__name</c> and in its parts as <c>NAME_HOST</c>, <c>NAME_PORT</c>, ….</summary>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null)
        where T : IResourceWithEnvironment
    {
        var name = connectionName ?? source.Resource.Name;
        return builder.With(environment =>
        {
            environment[$"ConnectionStrings__{name}"] = source.Resource.ConnectionStringExpression.GetValue();
            foreach (var (property, value) in source.Resource.GetConnectionProperties())
            {
                environment[$"{Encode(name).ToUpperInvariant()}_{property.ToUpperInvariant()}"] = value.GetValue();
            }
        });
    }

    /// <summary>Hands over where another service listens, as <c>services__name__http__0</c> and <c>NAME_HTTP</c>.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where T : IResourceWithEnvironment
    {
        var resource = (Resource)(IResource)source.Resource;
        return builder.With(environment =>
        {
            foreach (var endpoint in resource.Endpoints)
            {
                environment[$"{Encode(resource.Name.ToUpperInvariant())}_{Encode(endpoint.Name).ToUpperInvariant()}"] = endpoint.Url;
                environment[$"services__{resource.Name}__{endpoint.Name}__0"] = endpoint.Url;
            }
        });
    }

    internal static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, Action<IDictionary<string, string>> callback)
        where T : IResource
    {
        ((Resource)(IResource)builder.Resource).EnvironmentCallbacks.Add(callback);
        return builder;
    }

    static string Encode(string name) =>
        ValidName().IsMatch(name) ? name : (char.IsAsciiDigit(name[0]) ? "_" : "") + InvalidCharacter().Replace(name, "_");

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_]*$")]
    private static partial Regex ValidName();

    [GeneratedRegex("[^a-zA-Z0-9]")]
    private static partial Regex InvalidCharacter();
}
