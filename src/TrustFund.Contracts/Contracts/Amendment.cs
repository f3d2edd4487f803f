using TrustFund.Contracts.Actions;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Contracts;

/// <summary>An addendum to a contract: it was raised, or its terms were changed. What is null stayed as it was.</summary>
sealed record Amendment : State
{
    public required string Fund { get; init; }

    public required string ContractId { get; init; }

    public required string Currency { get; init; }

    /// <summary>By how much the fund's own share rose.</summary>
    public required decimal Rise { get; init; }

    public required DateOnly AmendedOn { get; init; }

    public required string Reason { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<CoFinancingPart>? CoFinancing { get; init; }

    public IReadOnlyList<CountryPart>? Countries { get; init; }

    public string? Theme { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public static void Apply(States states, ContractAmended fact)
    {
        states.Put(new Amendment
        {
            Id = fact.AmendmentId,
            Fund = fact.Fund,
            ContractId = fact.ContractId,
            Currency = fact.By.Currency.Code,
            Rise = fact.By.Amount,
            AmendedOn = fact.AmendedOn,
            Reason = fact.Reason,
            Title = fact.Title,
            CoFinancing = fact.CoFinancing is null ? null : CoFinancingPart.Of(fact.CoFinancing),
            Countries = fact.Countries is null ? null : CountryPart.Of(fact.Countries),
            Theme = fact.Theme,
            StartsOn = fact.StartsOn,
            EndsOn = fact.EndsOn,
        });
        var contract = states.Get<Contract>(fact.ContractId);
        var amended = Amended(contract, fact);
        states.Put(amended);
        states.Change<FundAction>(fact.ActionId, action => action with
        {
            Contracted = action.Contracted + fact.By.Amount,
            CoFinanced = action.CoFinanced + amended.CoFinanced() - contract.CoFinanced(),
        });
        Contract.Report(states, fact.Fund, fact.Window, fact.By.Amount, fact.By.IsPositive ? fact.AmendedOn : null);
    }

    static Contract Amended(Contract contract, ContractAmended fact) => contract with
    {
        Raised = contract.Raised + fact.By.Amount,
        Contracted = contract.Contracted + fact.By.Amount,
        Title = fact.Title ?? contract.Title,
        CoFinancing = fact.CoFinancing is null ? contract.CoFinancing : CoFinancingPart.Of(fact.CoFinancing),
        Countries = fact.Countries is null ? contract.Countries : CountryPart.Of(fact.Countries),
        Theme = fact.Theme ?? contract.Theme,
        StartsOn = fact.StartsOn ?? contract.StartsOn,
        EndsOn = fact.EndsOn ?? contract.EndsOn,
    };
}

/// <summary>An addendum to a contract. What is null stayed as it was.</summary>
/// <param name="Id">Id of the amendment.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="By">By how much the fund's own share rose.</param>
/// <param name="AmendedOn">Date of the signature of the addendum.</param>
/// <param name="Reason">Why.</param>
/// <param name="Title">The contract's title from then on.</param>
/// <param name="CoFinancing">All of its co-financing from then on.</param>
/// <param name="Countries">The countries it benefits from then on.</param>
/// <param name="Theme">What it is for from then on.</param>
/// <param name="StartsOn">The first day of its implementation from then on.</param>
/// <param name="EndsOn">The last day of its implementation from then on.</param>
sealed record AmendmentView(
    string Id,
    string Fund,
    string ContractId,
    Money By,
    DateOnly AmendedOn,
    string Reason,
    string? Title,
    IReadOnlyList<CoFinancing>? CoFinancing,
    IReadOnlyList<CountryShare>? Countries,
    string? Theme,
    DateOnly? StartsOn,
    DateOnly? EndsOn)
{
    public static AmendmentView Of(Amendment amendment)
    {
        var currency = Currency.Of(amendment.Currency);
        return new(
            amendment.Id,
            amendment.Fund,
            amendment.ContractId,
            new(amendment.Rise, currency),
            amendment.AmendedOn,
            amendment.Reason,
            amendment.Title,
            amendment.CoFinancing?.Select(part => new CoFinancing(part.Financier, new(part.Amount, currency))).ToList(),
            amendment.Countries?.Select(share => new CountryShare(share.Country, share.Percent)).ToList(),
            amendment.Theme,
            amendment.StartsOn,
            amendment.EndsOn);
    }
}
