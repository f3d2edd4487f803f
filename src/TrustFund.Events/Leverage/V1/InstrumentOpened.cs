namespace TrustFund.Events.Leverage.V1;

/// <summary>An instrument was opened whose input is the certified pledges of a fund, or of one of its windows.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Instrument">Code of the instrument.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Whether it blends grants or gives guarantees.</param>
/// <param name="Window">The window whose earmarked certificates are its input; the whole fund's certificates when null.</param>
/// <param name="ProvisioningPercent">The share of its face, in percent, that is cash: 100 for blending, the provisioning rate for a guarantee.</param>
/// <param name="OpenedOn">When it was opened.</param>
public sealed record InstrumentOpened(
    string Fund,
    string Instrument,
    string Name,
    InstrumentKind Kind,
    string? Window,
    decimal ProvisioningPercent,
    DateOnly OpenedOn) : IFundEvent
{
    string IFundEvent.Subject => Instrument;

    DateOnly? IFundEvent.ValueDate => OpenedOn;
}
