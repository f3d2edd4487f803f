namespace TrustFund.ServiceDefaults;

/// <summary>The one vocabulary of attributes on spans and log scopes. People appear as opaque ids, never by name.</summary>
public static class Telemetry
{
    /// <summary>What every source and meter of the platform's own is named after: <c>TrustFund.Pledges</c>, <c>TrustFund.Journal</c>.</summary>
    public const string SourcePrefix = "TrustFund.";

    /// <summary>Code of the fund, such as <c>EUTF-AFRICA</c>.</summary>
    public const string Fund = "trustfund.fund";

    /// <summary>Id of the pledge.</summary>
    public const string PledgeId = "trustfund.pledge.id";

    /// <summary>Id of the contract.</summary>
    public const string ContractId = "trustfund.contract.id";

    /// <summary>Id of the payment request that becomes a disbursement.</summary>
    public const string DisbursementId = "trustfund.disbursement.id";

    /// <summary>Opaque id of the person or service that acts.</summary>
    public const string Actor = "trustfund.actor";

    /// <summary>Amount as plain decimal text, such as <c>408600000.00</c>; its currency is <see cref="Currency"/>.</summary>
    public const string Amount = "trustfund.amount";

    /// <summary>ISO 4217 code of <see cref="Amount"/>.</summary>
    public const string Currency = "trustfund.currency";
}
