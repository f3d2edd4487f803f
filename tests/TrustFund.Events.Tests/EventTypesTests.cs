using System.Text.RegularExpressions;

namespace TrustFund.Events.Tests;

public partial class EventTypesTests
{
    public static TheoryData<string> Names => [.. EventTypes.All.Keys];

    [Fact]
    public void Every_event_of_the_assembly_has_a_name_of_its_own()
    {
        var types = typeof(IFundEvent).Assembly.GetTypes()
            .Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IFundEvent)))
            .ToList();

        Assert.NotEmpty(types);
        Assert.Equal(types.Count, types.Select(EventTypes.NameOf).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(types.ToHashSet(), EventTypes.All.Values.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_tells_source_event_and_version_and_leads_back_to_the_type(string name)
    {
        Assert.Matches(WireName(), name);
        Assert.Equal(name, EventTypes.NameOf(EventTypes.Find(name)!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_a_sealed_record_made_in_one_way(string name)
    {
        var type = EventTypes.Find(name)!;

        Assert.True(type.IsSealed);
        Assert.Single(type.GetConstructors());
        Assert.All(type.GetProperties(), property => Assert.Contains(
            type.GetConstructors()[0].GetParameters(), parameter => parameter.Name == property.Name));
    }

    [Fact]
    public void A_name_this_version_does_not_know_has_no_type() =>
        Assert.Null(EventTypes.Find("pledges.PledgeCertified.v99"));

    [GeneratedRegex(@"\A(pledges|contracts|disbursements|leverage|audit)\.[A-Z][A-Za-z]+\.v[1-9][0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex WireName();
}
