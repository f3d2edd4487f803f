namespace TrustFund.Provisioning;

/// <summary>Provisioning cannot go on; the message says why, to the person who operates the platform.</summary>
sealed class ProvisioningException(string message, Exception? inner = null) : Exception(message, inner);
