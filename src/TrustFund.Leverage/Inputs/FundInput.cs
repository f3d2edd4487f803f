using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>A fund as Pledges tells of it, with what its donors have certified. Only followed facts change it.</summary>
public sealed record FundInput : State
{
    /// <summary>The fund's name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 4217 code of the currency its books are kept in.</summary>
    public required string Currency { get; init; }

    /// <summary>When it was established.</summary>
    public required DateOnly EstablishedOn { get; init; }

    /// <summary>Certificates less reductions, earmarked or not, in the fund's currency.</summary>
    public decimal Certified { get; init; }

    /// <summary>The fund at its beginning.</summary>
    public static FundInput Of(FundEstablished established) => new()
    {
        Id = established.Fund,
        Name = established.Name,
        Currency = established.Currency,
        EstablishedOn = established.EstablishedOn,
    };

    /// <summary>The fund with so much more certified, or less when the amount is negative.</summary>
    /// <exception cref="InvalidOperationException">The amount is in another currency than the fund's books.</exception>
    public FundInput With(Money amount) => amount.Currency.Code == Currency
        ? this with { Certified = Certified + amount.Amount }
        : throw new InvalidOperationException($"Fund {Id} keeps its books in {Currency}; {amount} cannot be counted in it.");

    /// <summary>An amount in the fund's currency.</summary>
    public Money Books(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));
}
