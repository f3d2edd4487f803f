using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace TrustFund.SignIn;

/// <summary>The RSA key that signs the tokens, kept in a file that only its owner may read, so that tokens survive a restart.</summary>
sealed class SigningKey
{
    const int Bits = 2048;

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    SigningKey(RSA key)
    {
        var published = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(includePrivateParameters: false)));
        published.Kid = Base64UrlEncoder.Encode(published.ComputeJwkThumbprint());
        published.Use = "sig";
        published.Alg = SecurityAlgorithms.RsaSha256;
        Published = published;
        Credentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = published.Kid }, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>The public half, with its RFC 7638 thumbprint as its id.</summary>
    public JsonWebKey Published { get; }

    /// <summary>The private half, for signing.</summary>
    public SigningCredentials Credentials { get; }

    /// <summary>The key in the file, which is made first when it is not there.</summary>
    public static SigningKey At(string? file)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            throw new InvalidOperationException("SignIn__KeyFile must name the file that keeps the development issuer's key.");
        }

        var path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            Create(path);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
        {
            throw new InvalidOperationException($"Others may read {path}, so anybody may have signed with it: delete it, or chmod 600 it if you know better.");
        }

        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new SigningKey(key);
    }

    /// <summary>Writes a file of its own and then moves it into place: another start at the same moment never reads half a key.</summary>
    static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var key = RSA.Create(Bits);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(key.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other start was first, and its key is the one.
            File.Delete(draft);
        }
    }
}
