using System.Reflection;
using System.Text;
using TrustFund.Events;
using TrustFund.Journal.Tests.Given;
using TrustFund.Rehearsal.Upgrading;

namespace TrustFund.Journal.Tests.Periods;

/// <summary>A database of an earlier version gets the late bookings that its journal would have made.</summary>
public sealed class LateBookingUpgradeTests(Servers servers)
{
    static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public async Task Of_every_kind_of_document_it_finds_what_is_booked_late()
    {
        await using var old = await OldDatabase();
        var (entries, expected) = (new List<string>(), new List<string>());
        var sequence = 0L;
        foreach (var type in typeof(IFundEvent).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFundEvent))))
        {
            foreach (var (whole, daysLate) in new[] { (true, 30), (false, 30), (true, 0) })
            {
                var fact = Sample(type, ++sequence, whole);
                var recorded = new Recorded("pledges", sequence, DateTimeOffset.UnixEpoch, "fiona", null, fact) { BookedOn = Day.AddDays(daysLate) };
                entries.Add(Encoding.UTF8.GetString(CloudEvent.Write(recorded, new byte[32]).Body.Span));
                if (fact.Document is { } document && daysLate > 0)
                    expected.Add($"{document} 1 2026-04-01");
            }
        }

        await old.WriteJournal(entries);

        await old.Upgrade();

        var kept = await old.Read("select concat_ws(' ', id, version, booked_on) from late_bookings");
        Assert.Equal(expected.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        // All with an id of their own twice; a waiver of before it had one has none.
        Assert.Equal((2 * 17) - 1, expected.Count);
    }

    [Fact]
    public async Task Its_rows_are_what_the_journal_comes_to()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "on its day"));
        await writer.Record(new Receive("F", 10.00m, "late"), bookedOn: new(2026, 5, 1));
        await writer.Record(new Pay("F", 1.00m, "payment"), bookedOn: new(2026, 6, 1));

        await using var old = await OldDatabase();
        await old.Execute(Account.Table);
        await old.WriteRows("account", [await database.Value<string>("select row_to_json(account)::text from account")]);
        await old.WriteJournal((await database.Entries()).Select(entry => Encoding.UTF8.GetString(entry.Body)));

        await old.Upgrade();

        Assert.Equal(["2"], await old.Read("select count(*)::text from late_bookings"));
        Assert.Empty((await old.Verify()).Findings);
    }

    Task<ScriptedDatabase> OldDatabase() => ScriptedDatabase.Create(
        servers.Databases.Server.ConnectionString, "pledges", new AccountsEvolution(), firstMissing: null, firstMissingOfJournal: "0005_late_bookings");

    /// <summary>A fact with every text its own; where it may leave something out, it does unless it is whole.</summary>
    static IFundEvent Sample(Type type, long number, bool whole)
    {
        var constructor = type.GetConstructors().Single(constructor => constructor.GetParameters().Length > 0);
        return (IFundEvent)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter, number, whole))]);
    }

    static object? Value(ParameterInfo parameter, long number, bool whole) => parameter switch
    {
        { HasDefaultValue: true } when !whole || parameter.ParameterType != typeof(string) =>
            parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null),
        { ParameterType: var type } when type == typeof(string) => $"{parameter.Name}-{number}",
        { ParameterType: var type } when type == typeof(Money) => Euro.Of(1),
        { ParameterType: var type } when type == typeof(Currency) => Currency.Of("EUR"),
        { ParameterType: var type } when type == typeof(DateOnly) || type == typeof(DateOnly?) => Day,
        { ParameterType: { IsValueType: true } type } => Activator.CreateInstance(type),
        { ParameterType: { IsGenericType: true } type } => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ => null,
    };
}
