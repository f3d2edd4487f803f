using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests.BadInput;

/// <summary>Each bad request is a clear problem that names the field at fault, and changes nothing anywhere.</summary>
[Collection(OnePlatform.Name)]
public sealed class BadInputTests(Given.Platform platform, Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string> Receipts => [.. BadReceipts.All.Keys];

    public static TheoryData<string> Promises => [.. BadPromises.All.Keys];

    public static TheoryData<string> Payments => [.. BadPayments.All.Keys];

    [Theory]
    [MemberData(nameof(Receipts))]
    public Task A_bad_receipt_is_refused_and_changes_nothing(string receipt) => AssertRefused(BadReceipts.All[receipt]);

    [Theory]
    [MemberData(nameof(Promises))]
    public Task A_bad_promise_is_refused_and_changes_nothing(string promise) => AssertRefused(BadPromises.All[promise]);

    [Theory]
    [MemberData(nameof(Payments))]
    public Task A_bad_payment_is_refused_and_changes_nothing(string payment) => AssertRefused(BadPayments.All[payment]);

    async Task AssertRefused(BadRequest template)
    {
        var request = template.On(stage.Ids);
        var key = request.Key switch { null => Guid.NewGuid().ToString(), "" => null, var given => given };
        var answer = await platform.Send(HttpMethod.Post, platform.App.GetEndpoint(request.Service), request.Path, request.Person, request.Body, key);
        Assert.Equal((request.Status, request.Problem, request.Field), ((int)answer.Status, answer.Problem, answer.Field));
        Assert.False(string.IsNullOrWhiteSpace(answer.Json.GetProperty("title").GetString()));
        await stage.AssertUnchanged();
    }
}
