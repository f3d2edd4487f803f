using TrustFund.ServiceDefaults.Tests;

[assembly: AssemblyFixture(typeof(ServiceFixture))]

namespace TrustFund.ServiceDefaults.Tests;

/// <summary>One issuer and one service for all tests that change nothing about them.</summary>
public sealed class ServiceFixture : IAsyncLifetime
{
    public TestIssuer Issuer { get; private set; } = null!;

    public TestService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.Start();
        Service = await TestService.Start(Issuer);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
