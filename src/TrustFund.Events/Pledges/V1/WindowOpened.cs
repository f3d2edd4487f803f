namespace TrustFund.Events.Pledges.V1;

/// <summary>A window of a fund was opened.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Window">Code of the window.</param>
/// <param name="Name">Its name.</param>
public sealed record WindowOpened(
    string Fund,
    string Window,
    string Name) : IFundEvent
{
    string IFundEvent.Subject => Window;

    DateOnly? IFundEvent.ValueDate => null;
}
