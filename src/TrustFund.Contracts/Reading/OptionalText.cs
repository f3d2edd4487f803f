namespace TrustFund.Contracts.Reading;

/// <summary>A text of a request that may be left out.</summary>
static class OptionalText
{
    /// <summary>The text without blanks around it; a blank one is none.</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
