using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>
/// What a fund can still promise. Resources of the windows without their parts of cross-window actions, plus those actions, plus what is
/// unallocated, are the fund: all that is certified.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="ContractingDeadline">The last day on which a contract may be signed; none when null.</param>
/// <param name="Certified">Every certificate, less what was released to donors: the pool and all earmarks.</param>
/// <param name="Pool">The unearmarked part of it.</param>
/// <param name="ManagementCostCapPercent">The share of the pool that management costs may take, in percent.</param>
/// <param name="ManagementCostCap">That share, rounded half up to the currency's minor units.</param>
/// <param name="ManagementCosts">What the Board set apart for management costs, within that cap.</param>
/// <param name="Allocated">What the Board allocated out of the pool to windows.</param>
/// <param name="Unallocated">The rest of the pool, with the management costs still in it.</param>
/// <param name="Allocatable">What the Board may still allocate to windows: the rest of the pool less the management-cost cap. Negative when facts left less.</param>
/// <param name="CrossWindowApproved">Approved for cross-window actions: already inside what the windows approved.</param>
/// <param name="Windows">The windows, in the order they were opened.</param>
sealed record AvailabilityView(
    string Fund,
    string Name,
    DateOnly? ContractingDeadline,
    Money Certified,
    Money Pool,
    decimal ManagementCostCapPercent,
    Money ManagementCostCap,
    Money ManagementCosts,
    Money Allocated,
    Money Unallocated,
    Money Allocatable,
    Money CrossWindowApproved,
    IReadOnlyList<WindowAvailability> Windows)
{
    public static AvailabilityView Of(FundBook book)
    {
        var fund = book.Fund;
        return new(
            fund.Id,
            fund.Name,
            fund.ContractingDeadline,
            fund.Amount(fund.Pool + book.Windows.Sum(entry => entry.Window.Earmarked)),
            fund.Amount(fund.Pool),
            fund.ManagementCostCapPercent,
            fund.ManagementCostCap(),
            fund.Amount(fund.ManagementCosts),
            fund.Amount(fund.Allocated),
            fund.Unallocated(),
            fund.Allocatable(),
            fund.Amount(fund.CrossWindowApproved),
            [.. book.Windows.Select(entry => WindowAvailability.Of(entry.Window))]);
    }
}

/// <summary>What a window can still promise.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Name">Its name.</param>
/// <param name="Earmarked">Certificates earmarked to it.</param>
/// <param name="Allocated">What the Board allocated to it out of the pool.</param>
/// <param name="Resources">Both together.</param>
/// <param name="Approved">Approved out of it, its parts of cross-window actions included.</param>
/// <param name="CrossWindowApproved">Those parts alone.</param>
/// <param name="Available">What it may still approve; negative when facts, such as an exchange difference, left less than is approved.</param>
/// <param name="Transferable">What of it came by allocation and could be transferred to another window.</param>
sealed record WindowAvailability(
    string Window, string Name, Money Earmarked, Money Allocated, Money Resources, Money Approved, Money CrossWindowApproved, Money Available,
    Money Transferable)
{
    public static WindowAvailability Of(Window window) => new(
        window.Code,
        window.Name,
        window.Amount(window.Earmarked),
        window.Amount(window.Allocated),
        window.Amount(window.Earmarked + window.Allocated),
        window.Amount(window.Approved),
        window.Amount(window.CrossWindowApproved),
        window.Available(),
        window.Transferable());
}

/// <summary>What a fund can still promise: its pool and each window.</summary>
static class GetAvailability
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/availability", Get)
        .WithName("GetAvailability").WithTags("Resources")
        .WithSummary("What the pool can still allocate and each window still approve")
        .WithDescription(
            "Availability of a window = earmarked certificates + allocations − approved. Certified = the windows' resources + unallocated; a "
            + "cross-window action draws on its windows' resources and is shown apart as already inside them.");

    static async Task<Results<Ok<AvailabilityView>, ProblemHttpResult>> Get(string fund, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        return await db.Book(fund, aborted) is { } book ? TypedResults.Ok(AvailabilityView.Of(book)) : Missing.Fund(fund);
    }
}
