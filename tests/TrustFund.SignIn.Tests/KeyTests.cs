using System.Runtime.Versioning;

namespace TrustFund.SignIn.Tests;

public sealed class KeyTests(IssuerFixture fixture)
{
    [Fact]
    public async Task Two_starts_have_the_same_key()
    {
        var keyFile = fixture.NewKeyFile();

        var (firstId, firstModulus) = await KeyOf(keyFile);
        var (secondId, secondModulus) = await KeyOf(keyFile);

        Assert.Equal(firstId, secondId);
        Assert.Equal(firstModulus, secondModulus);
        Assert.NotEqual(firstId, (await KeyOf(fixture.NewKeyFile())).Id);
    }

    [Fact]
    public async Task Two_starts_at_the_same_moment_have_the_same_key()
    {
        var keyFile = fixture.NewKeyFile();
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => KeyOf(keyFile))));

        Assert.Single(keys.Distinct());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(keyFile)!));
    }

    public static bool HasPermissions => !OperatingSystem.IsWindows();

    [Fact(Skip = "Windows has no such permissions.", SkipUnless = nameof(HasPermissions))]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_its_owner_may_read_the_key()
    {
        var keyFile = fixture.NewKeyFile();
        await KeyOf(keyFile);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keyFile));

        File.SetUnixFileMode(keyFile, File.GetUnixFileMode(keyFile) | UnixFileMode.OtherRead);
        var refused = Assert.Throws<InvalidOperationException>(() => RunningIssuer.Build(keyFile));
        Assert.Contains("Others may read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_for_the_key_it_does_not_start() =>
        Assert.Contains("SignIn__KeyFile", Assert.Throws<InvalidOperationException>(() => RunningIssuer.Build("")).Message, StringComparison.Ordinal);

    static async Task<(string Id, string Modulus)> KeyOf(string keyFile)
    {
        await using var issuer = await RunningIssuer.Start(keyFile);
        var keys = (await issuer.Get("/.well-known/jwks.json")).GetProperty("keys");
        Assert.Equal(1, keys.GetArrayLength());
        Assert.False(keys[0].TryGetProperty("d", out _));
        return (keys[0].GetProperty("kid").GetString()!, keys[0].GetProperty("n").GetString()!);
    }
}
