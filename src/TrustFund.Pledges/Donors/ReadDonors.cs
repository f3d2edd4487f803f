using Npgsql;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Donors;

static class ReadDonors
{
    const string Page = """
        select row_to_json(d)::text
        from donors d
        where @after::text is null or d.id > @after
        order by d.id
        limit @take
        """;

    const string Single = "select row_to_json(d)::text from donors d where d.id = @donor";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/donors", List)
            .WithName("ListDonors").WithTags("Donors").WithSummary("Lists the donors, by code, of the kind they were on a day (asOf, else today).");
        routes.MapGet("/donors/{donor}", Get)
            .WithName("GetDonor").WithTags("Donors").WithSummary("Shows a donor, of the kind it was on a day (asOf, else today).");
    }

    static async Task<Page<DonorView>> List(
        AskedDay? asOf, PageRequest page, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted)
    {
        var donors = await database.Many<Donor>(Page, new { after = page.After, take = page.Take }, aborted);
        return page.Page([.. donors.Select(donor => DonorView.Of(donor, asOf?.Day ?? clock.Today()))], donor => donor.Code);
    }

    static async Task<Found<DonorView>> Get(
        string donor, AskedDay? asOf, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted) =>
        Found<DonorView>.Of(
            await database.One<Donor>(Single, new { donor = Codes.Fold(donor) }, aborted),
            found => DonorView.Of(found, asOf?.Day ?? clock.Today()),
            $"There is no donor '{donor}'.");
}
