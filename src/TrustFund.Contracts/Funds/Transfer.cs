using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>A decision of the Board that moved resources from one window to another: both sides in one fact.</summary>
sealed record Transfer : State
{
    public required string Fund { get; init; }

    /// <summary>The window that gave.</summary>
    public required string FromWindow { get; init; }

    /// <summary>The window that took.</summary>
    public required string ToWindow { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>Reference of the Board's decision.</summary>
    public required string BoardDecision { get; init; }

    public static void Apply(States states, ResourcesTransferred fact, string? trace)
    {
        states.Put(new Transfer
        {
            Id = fact.TransferId,
            Fund = fact.Fund,
            FromWindow = fact.From,
            ToWindow = fact.To,
            Currency = fact.Amount.Currency.Code,
            Amount = fact.Amount.Amount,
            DecidedOn = fact.DecidedOn,
            BoardDecision = fact.Decision,
        });
        states.Change<Window>(Window.KeyOf(fact.Fund, fact.From), window => window with { Allocated = window.Allocated - fact.Amount.Amount });
        states.Change<Window>(Window.KeyOf(fact.Fund, fact.To), window => window with
        {
            Allocated = window.Allocated + fact.Amount.Amount,
            AllocationTraces = Traces.Keep(window.AllocationTraces, trace),
        });
    }
}

/// <summary>A decision of the Board that moved resources from one window to another.</summary>
/// <param name="Id">Id of the transfer.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="From">Code of the window that gave.</param>
/// <param name="To">Code of the window that took.</param>
/// <param name="Amount">What was transferred.</param>
/// <param name="DecidedOn">Date of the decision.</param>
/// <param name="Decision">Reference of the decision.</param>
sealed record TransferView(string Id, string Fund, string From, string To, Money Amount, DateOnly DecidedOn, string Decision)
{
    public static TransferView Of(Transfer transfer) => new(
        transfer.Id,
        transfer.Fund,
        transfer.FromWindow,
        transfer.ToWindow,
        new(transfer.Amount, Currency.Of(transfer.Currency)),
        transfer.DecidedOn,
        transfer.BoardDecision);
}
