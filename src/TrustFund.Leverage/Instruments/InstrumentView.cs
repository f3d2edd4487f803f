using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>An instrument with its input as certified by now.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Code">Code of the instrument.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Whether it blends grants or gives guarantees.</param>
/// <param name="Window">The window whose earmarked certificates are its input; the whole fund's certificates when null.</param>
/// <param name="ProvisioningPercent">The share of its face, in percent, that is cash.</param>
/// <param name="OpenedOn">When it was opened.</param>
/// <param name="Face">The certified pledges that are its input: what the headline basis counts.</param>
/// <param name="Provisioning">The cash behind the face: what the cash basis counts.</param>
/// <param name="ExpectedAmount">How much of the face is expected to back operations that itemise it.</param>
/// <param name="SignedAmount">How much of the face is signed to back operations.</param>
/// <param name="DisbursedAmount">How much was paid out as grants, or has taken effect as cover.</param>
/// <param name="Free">How much of the face no signed operation takes; negative where pledges were reduced below what is signed.</param>
public sealed record InstrumentView(
    string Fund,
    string Code,
    string Name,
    InstrumentKind Kind,
    string? Window,
    decimal ProvisioningPercent,
    DateOnly OpenedOn,
    Money Face,
    Money Provisioning,
    Money ExpectedAmount,
    Money SignedAmount,
    Money DisbursedAmount,
    Money Free)
{
    /// <summary>An instrument and the certified pledges behind it.</summary>
    public static InstrumentView Of(Instrument instrument, Money face) => new(
        instrument.Fund,
        instrument.Code,
        instrument.Name,
        instrument.Kind,
        instrument.WindowCode,
        instrument.ProvisioningPercent,
        instrument.OpenedOn,
        face,
        Money.Rounded(face.Amount * instrument.ProvisioningPercent / 100m, face.Currency),
        new(instrument.ExpectedAmount, face.Currency),
        new(instrument.SignedAmount, face.Currency),
        new(instrument.DisbursedAmount, face.Currency),
        new(face.Amount - instrument.SignedAmount, face.Currency));

    /// <summary>An instrument as it stands in the states.</summary>
    public static InstrumentView Of(States states, string fund, string code)
    {
        var instrument = states.Get<Instrument>(Instrument.IdOf(fund, code));
        var certified = states.Get<FundInput>(fund);
        return Of(instrument, certified.Books(instrument.WindowCode is null
            ? certified.Certified
            : states.Get<WindowInput>(WindowInput.IdOf(fund, instrument.WindowCode)).Certified));
    }

    /// <summary>What counts as its input on a basis.</summary>
    public Money Input(Basis basis) => basis == Basis.Cash ? Provisioning : Face;
}
