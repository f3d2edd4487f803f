namespace TrustFund.ServiceDefaults;

/// <summary>The issuer's keys or tokens cannot be had just now, so nobody's identity can be checked or proved.</summary>
public sealed class IssuerAwayException(string message, Exception inner) : Exception(message, inner);
