using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TrustFund.Events.Leverage.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Events.Tests;

public class EventJsonTests
{
    static readonly MobilisationTargetSet Target =
        new("EIP", Money.Euros(44_000_000_000m), Qualifier.UpTo, new DateOnly(2017, 9, 28), "Regulation (EU) 2017/1601");

    public static TheoryData<string> Names => [.. EventTypes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_comes_back_from_JSON_as_it_went(string name)
    {
        var type = EventTypes.Find(name)!;

        Prop.ForAll(Samples.Of(type), fact =>
        {
            var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(fact, type, EventJson.Options), type, EventJson.Options)!;
            Assert.All(type.GetProperties(), property => AssertSame(property.GetValue(fact), property.GetValue(back)));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }

    [Fact]
    public void An_event_is_written_in_camel_case_with_amounts_as_text_enums_in_kebab_case_and_ISO_dates() => Assert.Equal(
        """{"fund":"EIP","amount":{"amount":"44000000000.00","currency":"EUR"},"qualifier":"up-to","setOn":"2017-09-28","source":"Regulation (EU) 2017/1601"}""",
        Write(Target));

    [Fact]
    public void A_null_is_written_not_left_out() => Assert.Equal(
        """{"donor":"UNDP","name":"UNDP","kind":"other","country":null}""",
        Write(new DonorRegistered("UNDP", "UNDP", "other", null)));

    [Fact]
    public void Letters_beyond_ASCII_stay_readable() =>
        Assert.Contains("\"Côte d’Ivoire\"", Write(new WindowOpened("EUTF-AFRICA", "CIV", "Côte d’Ivoire")), StringComparison.Ordinal);

    [Fact]
    public void A_member_that_a_later_version_adds_is_passed_over()
    {
        var json = Parse(Target);
        json["addedLater"] = new JsonObject { ["x"] = 1 };

        Assert.Equal(Target, json.Deserialize<MobilisationTargetSet>(EventJson.Options));
    }

    [Fact]
    public void A_missing_member_is_an_error_and_so_is_null_where_it_may_not_be()
    {
        var missing = Parse(Target);
        missing.Remove("amount");
        var empty = Parse(Target);
        empty["source"] = null;

        Assert.Throws<JsonException>(() => missing.Deserialize<MobilisationTargetSet>(EventJson.Options));
        Assert.Throws<JsonException>(() => empty.Deserialize<MobilisationTargetSet>(EventJson.Options));
    }

    [Fact]
    public void A_doubled_member_and_an_unknown_enum_value_are_errors()
    {
        var doubled = Write(Target).Replace("{\"fund\":\"EIP\",", "{\"fund\":\"EIP\",\"fund\":\"EUTF-AFRICA\",", StringComparison.Ordinal);
        var unknown = Write(Target).Replace("up-to", "roughly", StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MobilisationTargetSet>(doubled, EventJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MobilisationTargetSet>(unknown, EventJson.Options));
    }

    static string Write(IFundEvent fact) => JsonSerializer.Serialize(fact, fact.GetType(), EventJson.Options);

    static JsonObject Parse(IFundEvent fact) => JsonNode.Parse(Write(fact))!.AsObject();

    static void AssertSame(object? expected, object? actual)
    {
        if (expected is IEnumerable list and not string)
        {
            Assert.Collection(
                Assert.IsType<IEnumerable>(actual, exactMatch: false).Cast<object?>(),
                [.. list.Cast<object?>().Select(item => (Action<object?>)(other => AssertSame(item, other)))]);
        }
        // A record with a list in it is equal to itself alone.
        else if (expected?.GetType() is { IsEnum: false, Assembly: var assembly } type && assembly == typeof(IFundEvent).Assembly)
        {
            Assert.All(type.GetProperties(), property => AssertSame(property.GetValue(expected), property.GetValue(actual)));
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }
}
