using Npgsql;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Funds;

static class ReadFunds
{
    const string Page = """
        select json_build_object(
            'fund', row_to_json(f),
            'totals', row_to_json(t),
            'windows', coalesce((select json_agg(w order by w.code) from windows w where w.fund = f.id), '[]'))::text
        from funds f
        join fund_totals t on t.id = f.id
        where @after::text is null or f.id > @after
        order by f.id
        limit @take
        """;

    const string Single = """
        select json_build_object(
            'fund', row_to_json(f),
            'totals', row_to_json(t),
            'windows', coalesce((select json_agg(w order by w.code) from windows w where w.fund = f.id), '[]'))::text
        from funds f
        join fund_totals t on t.id = f.id
        where f.id = @fund
        """;

    const string SingleWindow = "select row_to_json(w)::text from windows w where w.id = @id";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds", List)
            .WithName("ListFunds").WithTags("Funds").WithSummary("Lists the funds with their windows and totals, by code.");
        routes.MapGet("/funds/{fund}", Get)
            .WithName("GetFund").WithTags("Funds").WithSummary("Shows a fund: windows, totals of each stage, and where it stands in kind.");
        routes.MapGet("/funds/{fund}/windows/{window}", GetWindow)
            .WithName("GetWindow").WithTags("Funds").WithSummary("Shows a window and what is earmarked to it.");
    }

    static async Task<Page<FundView>> List(PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var funds = await database.Many<FundRow>(Page, new { after = page.After, take = page.Take }, aborted);
        return page.Page([.. funds.Select(row => row.View())], fund => fund.Code);
    }

    static async Task<Found<FundView>> Get(string fund, NpgsqlDataSource database, CancellationToken aborted)
    {
        var row = await database.One<FundRow>(Single, new { fund = Codes.Fold(fund) }, aborted);
        return Found<FundView>.Made(row?.View(), $"There is no fund '{fund}'.");
    }

    static async Task<Found<WindowView>> GetWindow(string fund, string window, NpgsqlDataSource database, CancellationToken aborted) =>
        Found<WindowView>.Of(
            await database.One<Window>(SingleWindow, new { id = Window.IdOf(Codes.Fold(fund), Codes.Fold(window)) }, aborted),
            WindowView.Of,
            $"There is no window '{window}' of a fund '{fund}'.");

    sealed record FundRow(Fund Fund, FundTotals Totals, IReadOnlyList<Window> Windows)
    {
        public FundView View() => FundView.Of(Fund, Totals, Windows);
    }
}
