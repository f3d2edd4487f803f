using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustFund.ServiceDefaults;

/// <summary>The data annotations of a type, on its properties or on the parameters of a record, and those of the types it is made of.</summary>
sealed class BodyRules
{
    static readonly ConcurrentDictionary<Type, BodyRules> Known = new();

    readonly List<Member> members;

    BodyRules(Type type)
    {
        members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => new Member(
                property,
                property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                [.. RulesOf(property)]))
            .Where(member => member.Rules.Length > 0 || IsComposite(member.Property.PropertyType))];
    }

    /// <summary>Adds to the errors every field of a body that breaks a rule.</summary>
    public static void CheckBody(object? body, IDictionary<string, string[]> errors) => Descend(body, "", errors, depth: 0);

    /// <summary>The annotations of a property and of the record's parameter that it comes from.</summary>
    public static IEnumerable<ValidationAttribute> RulesOf(PropertyInfo property) => property.GetCustomAttributes<ValidationAttribute>()
        .Concat(property.DeclaringType!.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.Name == property.Name)
            .SelectMany(parameter => parameter.GetCustomAttributes<ValidationAttribute>()));

    /// <summary>What a single value breaks.</summary>
    public static string[] Broken(ValidationAttribute[] rules, object? value, string name, object? owner = null) =>
    [
        .. rules
            .Select(rule => rule.GetValidationResult(value, new ValidationContext(owner ?? rules, name, null, null) { MemberName = name }))
            .Where(result => result != ValidationResult.Success)
            .Select(result => result!.ErrorMessage!),
    ];

    static BodyRules Of(Type type) => Known.GetOrAdd(type, unseen => new BodyRules(unseen));

    void Check(object body, string prefix, IDictionary<string, string[]> errors, int depth)
    {
        var before = errors.Count;
        foreach (var member in members)
        {
            var value = member.Property.GetValue(body);
            var field = prefix + member.Name;
            if (member.Rules.Length > 0 && Broken(member.Rules, value, member.Name, body) is { Length: > 0 } broken)
            {
                errors[field] = broken;
            }
            else if (depth < StrictJson.MaxDepth)
            {
                Descend(value, field, errors, depth + 1);
            }
        }

        // A type's own check may rely on its annotations, as the framework promises.
        if (errors.Count == before && body is IValidatableObject own)
        {
            CheckWhole(own, prefix, errors);
        }
    }

    static void Descend(object? value, string field, IDictionary<string, string[]> errors, int depth)
    {
        if (value is null or string || !IsComposite(value.GetType()))
        {
            return;
        }

        if (value is not IEnumerable list)
        {
            Of(value.GetType()).Check(value, field.Length == 0 ? "" : $"{field}.", errors, depth);
            return;
        }

        var index = 0;
        foreach (var item in list)
        {
            if (item is not null && IsComposite(item.GetType()))
            {
                Of(item.GetType()).Check(item, $"{field}[{index}].", errors, depth);
            }

            index++;
        }
    }

    static void CheckWhole(IValidatableObject body, string prefix, IDictionary<string, string[]> errors)
    {
        foreach (var result in body.Validate(new ValidationContext(body)).Where(result => result != ValidationResult.Success))
        {
            foreach (var name in result.MemberNames.DefaultIfEmpty(""))
            {
                var field = (prefix + JsonNamingPolicy.CamelCase.ConvertName(name)).TrimEnd('.');
                errors.TryAdd(field.Length == 0 ? "body" : field, [result.ErrorMessage ?? "It is not valid."]);
            }
        }
    }

    /// <summary>Lists and our own types are looked into; numbers, texts, dates and amounts are single values.</summary>
    static bool IsComposite(Type type) => type != typeof(string) && type != typeof(byte[])
        && (typeof(IEnumerable).IsAssignableFrom(type)
            || (type.IsClass && type.Assembly != typeof(object).Assembly && type.Assembly != typeof(JsonElement).Assembly));

    sealed record Member(PropertyInfo Property, string Name, ValidationAttribute[] Rules);
}
