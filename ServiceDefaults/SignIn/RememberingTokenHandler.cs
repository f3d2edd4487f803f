using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// Checks a token's signature once, not with each of the thousands of requests that carry it. What was found valid is remembered for a
/// minute, never beyond the token's own end; a token that was refused is looked at again each time.
/// </summary>
sealed class RememberingTokenHandler(TimeProvider clock) : JsonWebTokenHandler, IDisposable
{
    const int MostTokens = 10_000;

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    readonly MemoryCache remembered = new(new MemoryCacheOptions { SizeLimit = MostTokens });

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (remembered.TryGetValue(token, out TokenValidationResult? known) && known is not null)
            return Again(known);
        var result = await base.ValidateTokenAsync(token, validationParameters);
        var left = result.IsValid ? result.SecurityToken.ValidTo - clock.GetUtcNow().UtcDateTime : TimeSpan.Zero;
        if (left > TimeSpan.Zero)
            remembered.Set(token, result, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = left < Longest ? left : Longest });
        return result;
    }

    public void Dispose() => remembered.Dispose();

    /// <summary>An identity of its own for each request, as a fresh check would give.</summary>
    static TokenValidationResult Again(TokenValidationResult known) => new()
    {
        IsValid = true,
        ClaimsIdentity = known.ClaimsIdentity.Clone(),
        SecurityToken = known.SecurityToken,
        Issuer = known.Issuer,
        TokenType = known.TokenType,
    };
}
