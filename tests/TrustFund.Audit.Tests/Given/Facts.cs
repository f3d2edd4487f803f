using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Given;

/// <summary>Facts with what matters to a test, and the rest as plain as can be.</summary>
static class Facts
{
    public static readonly DateOnly Start = Day(2018, 1, 15);

    public static PledgeAnnounced Pledge(string id, string donor, Money amount) => new(Fund, id, donor, amount, Start, null);

    public static PledgeCertified Certificate(string pledge, string donor, Money amount, params WindowAmount[] earmarks) =>
        new(Fund, pledge, $"certificate of {pledge}", donor, amount, earmarks, [new(Start, amount)], Start);

    public static ContributionReceived Receipt(string pledge, string donor, Money allocated, Money? unallocated = null, string id = "receipt") => new(
        Fund, pledge, id, donor, allocated + (unallocated ?? Eur(0)), allocated, unallocated ?? Eur(0), Start, "bank 1");

    public static ActionApproved Action(string id, Money amount, bool crossWindow, string? theme, params WindowAmount[] split) =>
        new(Fund, id, $"Action {id}", amount, split, crossWindow, Start, null, Theme: theme);

    public static ActionApproved Action(string id, string window, Money amount) => Action(id, amount, false, null, new WindowAmount(window, amount));

    public static ContractSigned Contract(string id, string action, string? window, Money amount, params CountryShare[] countries) => new(
        Fund, action, id, "IOM", window, $"Contract {id}", amount, Start, Countries: countries);

    public static PaymentImported Payment(string id, string contract, string? window, Money amount, string kind = "interim", params AttributedAmount[] attribution) =>
        new(Fund, id, contract, "IOM", window, kind, amount, Start, $"bank {id}", attribution);
}
