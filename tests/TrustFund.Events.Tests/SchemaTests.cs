namespace TrustFund.Events.Tests;

public class SchemaTests
{
    public static TheoryData<string> Names => [.. EventTypes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_schema_does_not_change_unnoticed(string name) =>
        Published.AssertIs(Path.Combine(Published.Schemas, $"{name}.json"), Schemas.Of(name));

    [Fact]
    public void Every_published_schema_has_its_event_still()
    {
        var published = Directory.GetFiles(Published.Schemas, "*.json").Select(Path.GetFileNameWithoutExtension);

        Assert.All(published, name => Assert.True(
            EventTypes.Find(name!) is not null, $"{name} was published and is gone: journals still hold such events."));
    }
}
