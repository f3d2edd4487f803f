using System.Reflection;
using Npgsql;
using TrustFund.Events;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Periods;

/// <summary>A database of an earlier version gets the late bookings that its journal would have made.</summary>
public sealed class LateBookingUpgradeTests(Servers servers)
{
    static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public async Task Of_every_kind_of_document_it_finds_what_is_booked_late()
    {
        var database = await servers.NewDatabase();
        var expected = new List<string>();
        var sequence = 0L;
        foreach (var type in typeof(IFundEvent).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFundEvent))))
        {
            foreach (var (whole, daysLate) in new[] { (true, 30), (false, 30), (true, 0) })
            {
                var fact = Sample(type, ++sequence, whole);
                var recorded = new Recorded("pledges", sequence, DateTimeOffset.UnixEpoch, "fiona", null, fact) { BookedOn = Day.AddDays(daysLate) };
                await Insert(database, CloudEvent.Write(recorded, new byte[32]));
                if (fact.Document is { } document && daysLate > 0)
                    expected.Add($"{document} 1 2026-04-01");
            }
        }

        await Upgrade(database);

        var kept = await database.Value<string>("select string_agg(concat_ws(' ', id, version, booked_on), E'\\n') from late_bookings");
        Assert.Equal(expected.Order(StringComparer.Ordinal), kept.Split('\n').Order(StringComparer.Ordinal));
        // All with an id of their own twice; a waiver of before it had one has none.
        Assert.Equal((2 * 16) - 1, expected.Count);
    }

    [Fact]
    public async Task Its_rows_are_what_the_journal_comes_to()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "on its day"));
        await writer.Record(new Receive("F", 10.00m, "late"), bookedOn: new(2026, 5, 1));
        await writer.Record(new Pay("F", 1.00m, "payment"), bookedOn: new(2026, 6, 1));

        await Upgrade(database);

        Assert.Equal(2L, await database.Value<long>("select count(*) from late_bookings"));
        Assert.Empty((await writer.Verify()).Findings);
    }

    static async Task Upgrade(TestDatabase database)
    {
        var assembly = typeof(Command).Assembly;
        var name = Assert.Single(assembly.GetManifestResourceNames(), name => name.EndsWith("0005_late_bookings.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var script = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        await database.Execute("drop table public.late_bookings");
        await database.Execute(script.Replace("$app$", new NpgsqlConnectionStringBuilder(database.App).Username, StringComparison.Ordinal));
    }

    static Task Insert(TestDatabase database, CloudEvent entry) => database.Execute($"""
        insert into journal.entry (sequence, recorded_at, type, routing_key, fund, subject, actor, value_date, hash, body)
        values ({entry.Sequence}, now(), '{entry.Type}', '', 'F', 'subject', 'fiona', {(entry.Fact.ValueDate is { } on ? $"'{on:yyyy-MM-dd}'" : "null")},
            decode(repeat('00', 32), 'hex'), decode('{Convert.ToHexString(entry.Body.Span)}', 'hex'))
        """);

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
