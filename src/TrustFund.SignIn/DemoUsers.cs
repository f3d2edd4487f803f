using TrustFund.ServiceDefaults;

namespace TrustFund.SignIn;

/// <summary>A person who may sign in on a development machine.</summary>
/// <param name="Username">What is typed to sign in.</param>
/// <param name="Subject">The opaque id that tokens carry; it never changes.</param>
/// <param name="Name">For display.</param>
/// <param name="Roles">What the person may do.</param>
sealed record DemoUser(string Username, Guid Subject, string Name, IReadOnlyList<string> Roles);

/// <summary>One person for each part in the story of a payment, and a second finance officer.</summary>
static class DemoUsers
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "demo";

    public static IReadOnlyList<DemoUser> All { get; } =
    [
        User("fiona", "0f1c7a52-5d0e-4b6a-9d53-6a3f6f0f0a01", "Fiona Ferrante", Roles.FinanceOfficer),
        User("felix", "2b8e4c11-93f7-4c1d-8a0b-1f5b7e2d0a02", "Felix Fontaine", Roles.FinanceOfficer),
        User("vera", "5a6d9e30-1c42-4f8b-b7e6-0c9d8a4b0a03", "Vera Verhoeven", Roles.VerifyingOfficer),
        User("arthur", "7e3f1b84-6a95-4d27-9c18-3e2a5d6c0a04", "Arthur Aalto", Roles.AuthorisingOfficer),
        User("aude", "9c2a8d67-4e1b-4a3f-8f5d-7b6c1e0d0a05", "Aude Audibert", Roles.Auditor),
        User("ines", "b4d7e5f9-2a8c-4e60-a1b3-8d9f3c2e0a06", "Inês Infante", Roles.Integrator),
        User("adam", "d1e9f3a6-7b50-4c94-bd72-5f4e6a8b0a07", "Adam Adamski", Roles.Administrator),
    ];

    public static DemoUser? Find(string username) => All.FirstOrDefault(user => string.Equals(user.Username, username, StringComparison.OrdinalIgnoreCase));

    static DemoUser User(string username, string subject, string name, string role) => new(username, Guid.Parse(subject), name, [role]);
}
