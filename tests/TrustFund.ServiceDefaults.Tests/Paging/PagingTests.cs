using System.Net.Http.Json;

namespace TrustFund.ServiceDefaults.Tests.Paging;

public sealed class PagingTests(ServiceFixture fixture)
{
    [Fact]
    public async Task A_list_is_read_to_its_end_without_gap_or_repetition()
    {
        var seen = new List<int>();
        var sizes = new List<int>();
        string? after = null;
        do
        {
            using var response = await fixture.Service.Get(after is null ? "/promises" : $"/promises?after={after}");
            var page = await response.Content.ReadFromJsonAsync<Page<int>>(TestContext.Current.CancellationToken);
            seen.AddRange(page!.Items);
            sizes.Add(page.Items.Count);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(1, 120), seen);
        Assert.Equal([50, 50, 20], sizes);
    }

    [Fact]
    public async Task A_page_has_as_many_items_as_are_asked_for()
    {
        using var response = await fixture.Service.Get("/promises?limit=120");
        var page = await response.Content.ReadFromJsonAsync<Page<int>>(TestContext.Current.CancellationToken);

        Assert.Equal(120, page!.Items.Count);
        Assert.Null(page.Next);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("1&limit=2")]
    public async Task A_limit_out_of_range_is_named(string limit)
    {
        using var response = await fixture.Service.Get($"/promises?limit={limit}");

        await response.Names(("limit", "It must be a whole number from 1 to 200."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("AA")]
    [InlineData("_w")]
    [InlineData("YWJj")]
    public async Task A_cursor_that_this_list_did_not_give_is_named(string after)
    {
        using var response = await fixture.Service.Get($"/promises?after={after}");

        await response.Names(("after", "It must be the 'next' of a page of this list."));
    }
}
