using FsCheck;
using FsCheck.Xunit;
using Npgsql;
using TrustFund.Provisioning.Databases;

namespace TrustFund.Provisioning.Tests;

public sealed class IdentifierTests(Servers servers)
{
    [Property(MaxTest = 200)]
    public async Task Any_text_reads_back_as_itself(NonNull<string> text, bool standard)
    {
        // PostgreSQL has no character zero, and half a surrogate pair is no text.
        var value = string.Concat(text.Get.Where(c => c != '\0' && !char.IsSurrogate(c)));
        await using var connection = new NpgsqlConnection(servers.AdministratorConnection("postgres"));
        await connection.OpenAsync();
        await using var setting = new NpgsqlCommand($"set standard_conforming_strings = {(standard ? "on" : "off")}", connection);
        await setting.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand($"select{Identifier.Literal(value)}::text as {Identifier.Quoted($"a\"{value.Length}")}", connection);

        Assert.Equal(value, await command.ExecuteScalarAsync());
    }
}
