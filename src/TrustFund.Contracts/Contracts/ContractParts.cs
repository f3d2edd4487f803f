using TrustFund.Events;

namespace TrustFund.Contracts.Contracts;

/// <summary>Whether a contract may be paid.</summary>
enum ContractState
{
    /// <summary>It may.</summary>
    Active,

    /// <summary>Not until it is resumed.</summary>
    Suspended,

    /// <summary>Never again.</summary>
    Terminated,
}

/// <summary>What a financier pays towards a contract, in the fund's currency.</summary>
sealed record CoFinancingPart(string Financier, decimal Amount)
{
    public static IReadOnlyList<CoFinancingPart> Of(IReadOnlyList<CoFinancing>? parts) =>
        [.. (parts ?? []).Select(part => new CoFinancingPart(part.Financier, part.Amount.Amount))];
}

/// <summary>A country's share of a contract, in percent.</summary>
sealed record CountryPart(string Country, decimal Percent)
{
    public static IReadOnlyList<CountryPart> Of(IReadOnlyList<CountryShare>? shares) =>
        [.. (shares ?? []).Select(share => new CountryPart(share.Country, share.Percent))];
}
