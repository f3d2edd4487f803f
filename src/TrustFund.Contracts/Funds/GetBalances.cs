using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>Approved, contracted and paid of a fund, by window. Only with the cross-window row do contracted and paid add up to the total.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Windows">The windows, in the order they were opened.</param>
/// <param name="CrossWindow">What belongs to actions that span windows.</param>
/// <param name="Total">The fund.</param>
sealed record FundBalancesView(
    string Fund, string Name, IReadOnlyList<WindowBalances> Windows, CrossWindowBalances CrossWindow, TotalBalances Total)
{
    public static FundBalancesView Of(FundBook book)
    {
        var fund = book.Fund;
        var windows = book.Windows.Select(entry => new WindowBalances(
            entry.Window.Code,
            entry.Window.Name,
            fund.Amount(entry.Window.Approved),
            fund.Amount(entry.Window.Contracted),
            fund.Amount(entry.Paid))).ToList();
        var across = new CrossWindowBalances(
            fund.Amount(fund.CrossWindowApproved), fund.Amount(fund.CrossWindowContracted), fund.Amount(book.CrossWindowPaid));
        var approved = Money.Sum(windows.Select(window => window.Approved), across.Contracted.Currency);
        var contracted = windows.Aggregate(across.Contracted, (sum, window) => sum + window.Contracted);
        var paid = windows.Aggregate(across.Paid, (sum, window) => sum + window.Paid);
        return new(fund.Id, fund.Name, windows, across, new(approved, contracted, paid, approved - contracted, contracted - paid));
    }
}

/// <summary>A window's row.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Name">Its name.</param>
/// <param name="Approved">Approved out of it, its parts of cross-window actions included.</param>
/// <param name="Contracted">Contracts under its own actions, net of decommitments.</param>
/// <param name="Paid">Paid under those contracts, net of recoveries.</param>
sealed record WindowBalances(string Window, string Name, Money Approved, Money Contracted, Money Paid);

/// <summary>The row of actions that span windows.</summary>
/// <param name="ApprovedInsideWindows">Approved for them: already inside the windows' figures, not to be added.</param>
/// <param name="Contracted">Contracts under them, net of decommitments: in no window's figure.</param>
/// <param name="Paid">Paid under those contracts: in no window's figure.</param>
sealed record CrossWindowBalances(Money ApprovedInsideWindows, Money Contracted, Money Paid);

/// <summary>The fund's row.</summary>
/// <param name="Approved">The sum of the windows.</param>
/// <param name="Contracted">The sum of the windows and the cross-window row.</param>
/// <param name="Paid">The sum of the windows and the cross-window row.</param>
/// <param name="Rac">Approved and not yet contracted.</param>
/// <param name="Ral">Contracted and not yet paid.</param>
sealed record TotalBalances(Money Approved, Money Contracted, Money Paid, Money Rac, Money Ral);

/// <summary>A fund's own balances, as its states keep them now.</summary>
static class GetBalances
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/balances", Get)
        .WithName("GetBalances").WithTags("Resources")
        .WithSummary("What the fund's books in Contracts come to now; for any day, ask Audit's state of play")
        .WithDescription(
            "Approved, contracted and paid, by window. Parts of cross-window actions are inside the windows' approved amounts; contracts and "
            + "payments under such actions are in the cross-window row alone, so contracted and paid add up to the total only with it.");

    static async Task<Results<Ok<FundBalancesView>, ProblemHttpResult>> Get(string fund, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        return await db.Book(fund, aborted) is { } book ? TypedResults.Ok(FundBalancesView.Of(book)) : Missing.Fund(fund);
    }
}
