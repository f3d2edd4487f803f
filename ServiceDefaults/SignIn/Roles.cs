using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace TrustFund.ServiceDefaults;

/// <summary>Who may do what. Each role is also the name of an authorization policy that demands it.</summary>
public static class Roles
{
    /// <summary>Keeps pledges, certificates, receipts, contracts and payment requests.</summary>
    public const string FinanceOfficer = "finance-officer";

    /// <summary>Verifies what a finance officer has entered.</summary>
    public const string VerifyingOfficer = "verifying-officer";

    /// <summary>Authorises what has been verified.</summary>
    public const string AuthorisingOfficer = "authorising-officer";

    /// <summary>Reads everything and changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>A partner's system that reads the feeds.</summary>
    public const string Integrator = "integrator";

    /// <summary>Keeps the platform running: replays, imports, closings.</summary>
    public const string Administrator = "administrator";

    /// <summary>Another service of the platform, not a person.</summary>
    public const string Service = "service";

    /// <summary>Every role, in the order above.</summary>
    public static IReadOnlyList<string> All { get; } =
        [FinanceOfficer, VerifyingOfficer, AuthorisingOfficer, Auditor, Integrator, Administrator, Service];

    /// <summary>Admits to these endpoints only callers with at least one of the roles; others get a 403 problem that names them.</summary>
    /// <exception cref="ArgumentException">A role is unknown, or none is given: a misspelt role would lock everybody out.</exception>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoints, params string[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(roles);
        var unknown = roles.Except(All).FirstOrDefault();
        if (roles.Length == 0 || unknown is not null)
        {
            throw new ArgumentException($"'{unknown}' is none of the platform's roles: {string.Join(", ", All)}.", nameof(roles));
        }

        return endpoints.RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles).Build());
    }
}
