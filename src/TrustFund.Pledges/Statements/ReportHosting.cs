namespace TrustFund.Pledges.Statements;

static class ReportHosting
{
    /// <summary>Adds what makes reports.</summary>
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<StatementDesk>();
}
