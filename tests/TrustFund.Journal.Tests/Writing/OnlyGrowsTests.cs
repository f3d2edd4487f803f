using Npgsql;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Writing;

public sealed class OnlyGrowsTests(Servers servers)
{
    const string AsOwner = "set role rehearsal_owner; ";

    [Theory]
    [InlineData("update journal.entry set actor = 'somebody else'")]
    [InlineData("delete from journal.entry")]
    [InlineData("truncate journal.entry")]
    [InlineData("update journal.claim set status = 500")]
    [InlineData("delete from journal.claim")]
    [InlineData("truncate journal.claim")]
    public async Task Nobody_changes_what_is_recorded_not_even_the_owner(string change)
    {
        var database = await Recorded();

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refused(() => database.ExecuteAsApp(change)));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, await Refused(() => database.Execute(AsOwner + change)));
        Assert.Equal(1, await database.Value<long>("select count(*) from journal.entry where actor = 'fiona'"));
        Assert.Equal(1, await database.Value<long>("select count(*) from journal.claim where status = 201"));
    }

    [Theory]
    [InlineData("alter table journal.entry disable trigger all")]
    [InlineData("alter table journal.entry disable trigger entry_only_grows")]
    [InlineData("drop trigger entry_only_grows on journal.entry")]
    [InlineData("drop table journal.entry")]
    [InlineData("alter table journal.claim disable trigger claim_only_grows")]
    [InlineData("create or replace function journal.refuse_change() returns trigger language plpgsql as 'begin return null; end'")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("delete from journal.head")]
    [InlineData("insert into journal.head values (2, 0, '', now())")]
    [InlineData("delete from journal.followed")]
    [InlineData("delete from journal.unapplied")]
    [InlineData("set role rehearsal_owner")]
    public async Task The_service_s_own_role_cannot_get_round_that(string attempt)
    {
        var database = await Recorded();

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refused(() => database.ExecuteAsApp(attempt)));
    }

    async Task<TestDatabase> Recorded()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 1.00m, "receipt"));
        return database;
    }

    static async Task<string> Refused(Func<Task> attempt) => (await Assert.ThrowsAsync<PostgresException>(attempt)).SqlState;
}
