using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells a fund's instruments with their input as certified by now.</summary>
static class ReadInstruments
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/instruments", List).WithName("ListInstruments").WithTags("Instruments");
        routes.MapGet("/funds/{fund}/instruments/{instrument}", Get).WithName("GetInstrument").WithTags("Instruments");
    }

    /// <summary>Lists a fund's instruments by code, each with its input as certified by now.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    static async Task<Results<Ok<Page<InstrumentView>>, ProblemHttpResult>> List(
        string fund, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await ReadBooks.Of(database, Codes.Fold(fund), cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        var rows = books.InstrumentViews()
            .OrderBy(view => view.Code, StringComparer.Ordinal)
            .Where(view => page.After is null || string.CompareOrdinal(view.Code, page.After) > 0)
            .Take(page.Take)
            .ToList();
        return TypedResults.Ok(page.Page(rows, view => view.Code));
    }

    /// <summary>Tells one instrument with its input as certified by now.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="instrument">Code of the instrument, in any letter case.</param>
    static async Task<Results<Ok<InstrumentView>, ProblemHttpResult>> Get(
        string fund, string instrument, HttpContext http, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await ReadBooks.Of(database, Codes.Fold(fund), cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        return books.Instruments.FirstOrDefault(candidate => candidate.Code == Codes.Fold(instrument)) is { } found
            ? Answers.Versioned(http, books.View(found), found.Version)
            : Answers.Missing($"instrument of fund {books.Fund.Id}", Codes.Fold(instrument));
    }
}
