namespace TrustFund.Audit.Ledger;

/// <summary>The kinds of cash flows, in the order a statement of sources and uses shows them.</summary>
static class Flows
{
    public const string Receipts = "receipts";
    public const string Interest = "interest";
    public const string Recoveries = "recoveries";
    public const string Offsets = "recoveries-offset";
    public const string Payments = "payments";
    public const string ManagementCosts = "management-costs";
    public const string BankCharges = "bank-charges";
    public const string Refunds = "refunds";

    /// <summary>Every kind: sources first, then uses.</summary>
    public static readonly IReadOnlyList<string> All = [Receipts, Interest, Recoveries, Offsets, Payments, ManagementCosts, BankCharges, Refunds];

    /// <summary>Whether it brings money in as a rule; a reversal stands in the same row with the opposite sign.</summary>
    public static bool IsSource(string flow) => flow is Receipts or Interest or Recoveries or Offsets;
}
