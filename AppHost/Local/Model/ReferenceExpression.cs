using System.Runtime.CompilerServices;

namespace TrustFund.AppHost.Local;

/// <summary>A value that is known only when the platform starts: a parameter, a port, a connection string.</summary>
public interface IValueProvider
{
    /// <summary>The value; asked for after ports are chosen.</summary>
    string GetValue();
}

/// <summary>Text with values in it that are known only when the platform starts.</summary>
public sealed class ReferenceExpression : IValueProvider
{
    readonly IReadOnlyList<Func<string>> parts;

    ReferenceExpression(IReadOnlyList<Func<string>> parts) => this.parts = parts;

    /// <summary>Takes an interpolated string whose holes may be parameters, endpoints or connection strings.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => new(handler.Parts);

    /// <inheritdoc />
    public string GetValue() => string.Concat(parts.Select(part => part()));

    /// <summary>Collects the parts of the interpolated string; the compiler calls it.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler
    {
        /// <summary>Prepares for a string of the given shape.</summary>
        public ExpressionInterpolatedStringHandler(int literalLength, int formattedCount) =>
            Parts = new List<Func<string>>(formattedCount + (literalLength > 0 ? formattedCount + 1 : 0));

        internal List<Func<string>> Parts { get; }

        /// <summary>Adds fixed text.</summary>
        public void AppendLiteral(string value) => Parts.Add(() => value);

        /// <summary>Adds text that is known already.</summary>
        public void AppendFormatted(string? value) => Parts.Add(() => value ?? "");

        /// <summary>Adds a value that is known later.</summary>
        public void AppendFormatted<T>(T valueProvider, string? format = null)
            where T : IValueProvider =>
            Parts.Add(() => Format(valueProvider.GetValue(), format));

        /// <summary>Adds the value of a resource, such as a parameter.</summary>
        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format = null)
            where T : IResource, IValueProvider =>
            Parts.Add(() => Format(valueProvider.Resource.GetValue(), format));

        static string Format(string value, string? format) => format switch
        {
            null => value,
            "uri" => Uri.EscapeDataString(value),
            _ => throw new FormatException($"A reference expression knows the format 'uri', not '{format}'."),
        };
    }
}
