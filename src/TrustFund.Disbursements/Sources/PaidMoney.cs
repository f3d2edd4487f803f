using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Events;

namespace TrustFund.Disbursements.Sources;

/// <summary>The rows that money of a contract moves together: the fund's sources and the contract's.</summary>
static class PaidMoney
{
    public static IEnumerable<StateKey> Keys(string fund, string contract) => [StateKey.Of<FundSources>(fund), StateKey.Of<ContractSources>(contract)];

    public static FundSources SourcesOf(this States states, string fund, Currency currency) =>
        states.Find<FundSources>(fund) ?? FundSources.Of(fund, currency);

    public static ContractSources SourcesOf(this States states, Contract contract) =>
        states.Find<ContractSources>(contract.Id) ?? ContractSources.Of(contract.Id, contract.Fund, TrustFund.Currency.Of(contract.Currency));

    /// <summary>A fund that no fact of Pledges has named yet has no cash.</summary>
    public static FundCash CashOf(this States states, string fund, Currency currency) => states.Find<FundCash>(fund) ?? FundCash.Of(fund, currency);

    /// <summary>Money of these donors left the fund for a contract, or came back where <paramref name="back"/>.</summary>
    public static void Move(States states, string fund, string contract, IReadOnlyList<AttributedAmount> parts, Money amount, bool back)
    {
        var kept = states.Find<ContractSources>(contract) ?? ContractSources.Of(contract, fund, amount.Currency);
        states.Put(back ? kept.Subtract(parts) : kept.Add(parts));
        Move(states, fund, parts, amount, back);
    }

    /// <summary>Money of these donors left the fund, or came back where <paramref name="back"/>.</summary>
    public static void Move(States states, string fund, IReadOnlyList<AttributedAmount> parts, Money amount, bool back)
    {
        var sources = states.SourcesOf(fund, amount.Currency);
        states.Put(back ? sources.GiveBack(parts) : sources.Use(parts));
    }
}
