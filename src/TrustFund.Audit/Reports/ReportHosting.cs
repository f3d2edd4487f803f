using TrustFund.Audit.Periods;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

static class ReportHosting
{
    /// <summary>Adds what makes reports.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSourceHeads(Acknowledgements.Sources);
        services.AddSingleton<ReportDesk>();
    }
}
