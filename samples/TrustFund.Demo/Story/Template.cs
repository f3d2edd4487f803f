using System.Globalization;
using System.Text.Json.Nodes;

namespace TrustFund.Demo.Story;

/// <summary>A step that is taken once for each row of a file.</summary>
static class Template
{
    /// <summary>The step with a row's values for <c>%column%</c>. A member of the body that is nothing but one becomes a number where the value is one.</summary>
    public static Step Fill(Step step, IReadOnlyDictionary<string, string> row)
    {
        var body = new JsonObject();
        foreach (var (name, value) in step.Body ?? [])
            body[name] = Filled(value!.GetValue<string>(), row);
        return step with { Key = Text(step.Key, row), Path = Text(step.Path, row), Body = body, ForEach = null };
    }

    static JsonValue Filled(string template, IReadOnlyDictionary<string, string> row)
    {
        var text = Text(template, row);
        return row.ContainsKey(template.Trim('%')) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    static string Text(string template, IReadOnlyDictionary<string, string> row) =>
        row.Aggregate(template, (text, column) => text.Replace($"%{column.Key}%", column.Value, StringComparison.Ordinal));
}
