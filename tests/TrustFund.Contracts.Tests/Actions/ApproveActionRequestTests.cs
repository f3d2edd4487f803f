using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Actions;

namespace TrustFund.Contracts.Tests.Actions;

public sealed class ApproveActionRequestTests
{
    static readonly WindowShareRequest Part = new("HOA", Money.Euros(1m));

    [Fact]
    public void One_window_or_a_split_is_what_it_takes()
    {
        Assert.Empty(Wrong("HOA", null));
        Assert.Empty(Wrong(null, [Part, Part]));
        Assert.Equal("Window", Assert.Single(Wrong(null, null)));
        Assert.Equal("Split", Assert.Single(Wrong("HOA", [Part, Part])));
        Assert.Equal("Split", Assert.Single(Wrong(null, [Part, null])));
    }

    static IEnumerable<string> Wrong(string? window, IReadOnlyList<WindowShareRequest?>? split)
    {
        var request = new ApproveActionRequest("Stability", Money.Euros(2m), Scene.Day, window, split);
        return request.Validate(new ValidationContext(request)).SelectMany(result => result.MemberNames);
    }
}
