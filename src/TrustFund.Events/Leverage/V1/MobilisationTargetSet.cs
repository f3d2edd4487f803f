namespace TrustFund.Events.Leverage.V1;

/// <summary>What the fund's instruments are expected to mobilise from others was set.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">The expected investment, above zero.</param>
/// <param name="Qualifier">The words it was published with.</param>
/// <param name="SetOn">When it was published.</param>
/// <param name="Source">Where it was published.</param>
public sealed record MobilisationTargetSet(
    string Fund,
    Money Amount,
    Qualifier Qualifier,
    DateOnly SetOn,
    string Source) : IFundEvent
{
    string IFundEvent.Subject => Fund;

    DateOnly? IFundEvent.ValueDate => SetOn;
}
