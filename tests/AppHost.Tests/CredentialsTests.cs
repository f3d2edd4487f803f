namespace AppHost.Tests;

public sealed class CredentialsTests
{
    [Fact]
    public void A_password_is_made_once_and_kept()
    {
        using var folder = new ScratchFolder();
        var made = new Credentials(folder.In("credentials.json")).GetOrAdd("postgres-password", Generate);
        Assert.Equal(made, new Credentials(folder.In("credentials.json")).GetOrAdd("postgres-password", Generate));
        Assert.Equal(32, made.Length);
        Assert.All(made, character => Assert.True(char.IsAsciiLetterOrDigit(character)));
    }

    [Fact]
    public void Two_data_folders_have_different_passwords()
    {
        using var one = new ScratchFolder();
        using var other = new ScratchFolder();
        Assert.NotEqual(
            new Credentials(one.In("credentials.json")).GetOrAdd("postgres-password", Generate),
            new Credentials(other.In("credentials.json")).GetOrAdd("postgres-password", Generate));
    }

    [Fact]
    public void Nobody_but_its_owner_can_read_the_file()
    {
        using var folder = new ScratchFolder();
        new Credentials(folder.In("credentials.json")).GetOrAdd("postgres-password", Generate);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(folder.In("credentials.json")).UnixFileMode);
    }

    static string Generate() => new GenerateParameterDefault { MinLength = 32, Special = false }.GetDefaultValue();
}
