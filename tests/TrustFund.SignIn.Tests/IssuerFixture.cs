using TrustFund.SignIn.Tests;

[assembly: AssemblyFixture(typeof(IssuerFixture))]

namespace TrustFund.SignIn.Tests;

/// <summary>One issuer for all tests that change nothing about it, and a folder that goes away with it.</summary>
public sealed class IssuerFixture : IAsyncLifetime
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("trustfund-signin-");

    public RunningIssuer Issuer { get; private set; } = null!;

    public string NewKeyFile() => Path.Combine(Folder.FullName, Guid.NewGuid().ToString("N"), "key.pem");

    public async ValueTask InitializeAsync() => Issuer = await RunningIssuer.Start(NewKeyFile());

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}
