using System.Security.Cryptography;

namespace TrustFund.AppHost.Local;

/// <summary>A value that comes from configuration (<c>Parameters:name</c>), from the topology, or is generated once and kept.</summary>
public sealed class ParameterResource : Resource, IValueProvider
{
    readonly Lazy<string> value;

    internal ParameterResource(string name, Func<string> read, bool secret)
        : base(name) => (value, Secret) = (new Lazy<string>(read), secret);

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc />
    public string GetValue() => value.Value;
}

/// <summary>Where the value of a parameter comes from when configuration has none.</summary>
public abstract class ParameterDefault
{
    internal abstract string GetDefaultValue();
}

/// <summary>A value made of random characters.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    const string LettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const string SpecialCharacters = "-_.{}~()*+!";

    /// <summary>The number of characters.</summary>
    public int MinLength { get; set; } = 22;

    /// <summary>Whether characters may occur that need escaping in an URL or a connection string.</summary>
    public bool Special { get; set; } = true;

    internal override string GetDefaultValue() =>
        RandomNumberGenerator.GetString(Special ? LettersAndDigits + SpecialCharacters : LettersAndDigits, MinLength);
}
