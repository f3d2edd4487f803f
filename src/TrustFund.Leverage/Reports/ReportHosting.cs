using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

static class ReportHosting
{
    /// <summary>Adds what reads books for reports.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSourceHeads("pledges");
        services.AddSingleton<BooksDesk>();
    }
}
