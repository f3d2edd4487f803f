namespace TrustFund.ServiceDefaults;

/// <summary>A value of the request is not what it must be: the caller gets a 400 problem that names it.</summary>
/// <param name="field">Where the value stands, as the caller wrote it: <c>instalments[0].dueOn</c>, <c>limit</c>.</param>
/// <param name="message">What it must be, as a sentence that is fit for the caller.</param>
public sealed class InvalidRequestException(string field, string message) : Exception(message)
{
    /// <summary>Where the value stands, as the caller wrote it.</summary>
    public string Field { get; } = field;
}
