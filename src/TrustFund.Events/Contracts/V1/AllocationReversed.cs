namespace TrustFund.Events.Contracts.V1;

/// <summary>An allocation of the Board was taken back whole: its amount is the window's no more, and in the fund's pool again.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation.</param>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">What had been allocated, above zero.</param>
/// <param name="ReversedOn">The date of the reversal.</param>
/// <param name="Reason">Why.</param>
public sealed record AllocationReversed(
    string Fund,
    string AllocationId,
    string Window,
    Money Amount,
    DateOnly ReversedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => AllocationId;
}
