using System.Security.Cryptography;
using System.Text;

namespace TrustFund.SignIn;

/// <summary>The services that may have tokens of their own: <c>Clients:&lt;name&gt;:Secret</c>.</summary>
sealed class Clients(IConfiguration configuration)
{
    /// <summary>Whether this is the client's secret. It takes as long for a wrong secret as for a nearly right one.</summary>
    public bool Knows(string id, string secret)
    {
        // A colon would reach into other sections of the configuration.
        var known = id.Length == 0 || id.Contains(':', StringComparison.Ordinal) ? null : configuration[$"Clients:{id}:Secret"];
        return !string.IsNullOrEmpty(known) && CryptographicOperations.FixedTimeEquals(Digest(known), Digest(secret));
    }

    static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
