using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Figures;
using TrustFund.Audit.Periods;
using TrustFund.Audit.Reconciliation;
using TrustFund.Audit.Reports;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit;

/// <summary>The service's own addresses.</summary>
static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var reading = routes.MapGroup("").RequireRole(Roles.Auditor, Roles.FinanceOfficer, Roles.Administrator, Roles.Integrator);
        ReadStateOfPlay.Map(reading);
        ReadDonorStatement.Map(reading);
        ReadOpenCommitments.Map(reading);
        ReadExpiringContracts.Map(reading);
        ReadAttribution.Map(reading);
        ReadTrialBalance.Map(reading);
        ReadSourcesAndUses.Map(reading);
        ReadJournalOfSubject.Map(reading);
        ReadPeriods.Map(reading);
        ReadExceptions.Map(reading);
        ReadFigures.Map(reading);
        ClosePeriod.Map(routes);
        AssignException.Map(routes);
        ResolveException.Map(routes);
        RecordPublishedFigure.Map(routes);
        ReconcileFund.Map(routes);
    }
}
