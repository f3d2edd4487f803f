namespace TrustFund.Audit.Reconciliation;

/// <summary>Reads the services' own balances, where they tell them to anybody.</summary>
sealed class ServiceBalances(ServiceAnswers services)
{
    /// <summary>A fund's balances; of a service that does not answer, why.</summary>
    public async Task<(IReadOnlyList<ServiceBalance> Balances, IReadOnlyList<string> Away)> Of(string fund, CancellationToken cancellation)
    {
        var pledges = services.Ask<PledgesFund>("pledges", $"/funds/{fund}", cancellation);
        var contracts = services.Ask<ContractsFund>("contracts", $"/funds/{fund}/balances", cancellation);
        var resources = services.Ask<ContractsResources>("contracts", $"/funds/{fund}/availability", cancellation);
        var disbursements = services.Ask<DisbursementsCash>("disbursements", $"/funds/{fund}/cash", cancellation);
        var (ofPledges, ofContracts, ofResources, ofDisbursements) = (await pledges, await contracts, await resources, await disbursements);
        return (
            [
                .. ofPledges.Answer is { } totals ? ServiceBalance.Of(totals) : [],
                .. ofContracts.Answer is { } windows ? ServiceBalance.Of(windows) : [],
                .. ofResources.Answer is { } given ? ServiceBalance.Of(given) : [],
                .. ofDisbursements.Answer is { } cash ? ServiceBalance.Of(cash) : [],
            ],
            [.. new[] { ofPledges.Away, ofContracts.Away ?? ofResources.Away, ofDisbursements.Away }.OfType<string>()]);
    }
}
