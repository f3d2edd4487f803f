namespace TrustFund.Audit.Reconciliation;

static class ReconciliationHosting
{
    /// <summary>Adds what reconciles the ledger, when asked and regularly.</summary>
    public static void AddReconciliation(this IServiceCollection services)
    {
        services.AddSingleton<ServiceAnswers>();
        services.AddSingleton<ServiceBalances>();
        services.AddSingleton<BankBookings>();
        services.AddSingleton<UnappliedEntries>();
        services.AddSingleton<Reconciler>();
        services.AddHostedService<RegularReconciliation>();
    }
}
