using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>An instrument to open.</summary>
/// <param name="Code">Its code, its own within the fund; any letter case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">`blending` or `guarantee`.</param>
/// <param name="OpenedOn">When it was opened.</param>
/// <param name="Window">The window whose earmarked certificates are its input; left out for the whole fund's certificates.</param>
/// <param name="ProvisioningPercent">The cash behind each 100 of face: for a guarantee above 0 and up to 100; for blending 100, which may be left out.</param>
public sealed record OpenInstrumentRequest(
    [Required, Code] string Code,
    [Required, StringLength(200)] string Name,
    InstrumentKind Kind,
    DateOnly OpenedOn,
    [Code] string? Window = null,
    decimal? ProvisioningPercent = null);

/// <summary>Opens an instrument over certified pledges that no other instrument claims.</summary>
public sealed record OpenInstrument(
    string Fund,
    string Code,
    string Name,
    InstrumentKind Kind,
    string? Window,
    decimal? ProvisioningPercent,
    DateOnly OpenedOn) : Command<InstrumentView>
{
    /// <inheritdoc />
    public override string Location => $"/funds/{Fund}/instruments/{Code}";

    StateKey Key => StateKey.Of<Instrument>(Instrument.IdOf(Fund, Code));

    /// <inheritdoc />
    public override StateKey? Versioned => Key;

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/funds/{fund}/instruments", Open)
        .MovesMoney()
        .RequireAuthorization(Roles.FinanceOfficer)
        .Produces<InstrumentView>(StatusCodes.Status201Created)
        .WithName(nameof(OpenInstrument))
        .WithTags("Instruments");

    /// <summary>Opens an instrument whose input is the certified pledges of a fund, or of one of its windows.</summary>
    /// <remarks>Its input follows certificates and reductions from then on. Two instruments never claim the same certificates.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="request">The instrument.</param>
    static Task<CommandResult<InstrumentView>> Open(string fund, OpenInstrumentRequest request, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new OpenInstrument(
            Codes.Fold(fund),
            Codes.Fold(request.Code),
            request.Name.Trim(),
            request.Kind,
            request.Window is null ? null : Codes.Fold(request.Window),
            request.ProvisioningPercent,
            request.OpenedOn));

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<FundInput>(Fund);
        yield return StateKey.Of<Portfolio>(Fund);
        yield return Key;
        if (Window is not null)
            yield return StateKey.Of<WindowInput>(WindowInput.IdOf(Fund, Window));
    }

    /// <inheritdoc />
    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundInput>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund, "fund");
        if (Window is not null && states.Find<WindowInput>(WindowInput.IdOf(Fund, Window)) is null)
            return Refusal.Rule("unknown-window", $"Fund {Fund} has no window '{Window}'.", "window");
        if (states.Find(Key) is not null)
            return Refusal.Conflict("instrument-exists", $"Fund {Fund} already has an instrument {Code}: choose another code.", "code");
        if (Portfolio.Of(states, Fund).Claims.FirstOrDefault(claim => claim.Overlaps(Window)) is { } taken)
            return Refusal.Conflict("input-already-claimed", Overlap(taken), "window");
        var refusal = DateRules.Happened(OpenedOn, At, "openedOn") ?? ProvisioningRefused() ?? OpenedTooEarly(fund);
        return refusal is not null
            ? refusal
            : Decision.Record(new InstrumentOpened(Fund, Code, Name, Kind, Window, ProvisioningPercent ?? 100m, OpenedOn));
    }

    /// <inheritdoc />
    public override InstrumentView View(States states) => InstrumentView.Of(states, Fund, Code);

    Refusal? ProvisioningRefused() => (Kind, ProvisioningPercent) switch
    {
        (InstrumentKind.Guarantee, null) =>
            Refusal.Rule("provisioning-missing", "A guarantee needs its provisioning rate: 50 when 0.75 bn of cash stands behind 1.5 bn of face.", "provisioningPercent"),
        (_, <= 0m or > 100m) =>
            Refusal.Rule("provisioning-out-of-range", $"The provisioning is {ProvisioningPercent} %; it must be above 0 and at most 100 % of the face.", "provisioningPercent"),
        (_, { } percent) when decimal.Round(percent, 4) != percent =>
            Refusal.Rule("provisioning-too-precise", $"The provisioning is {percent} %; it may have four decimals at most.", "provisioningPercent"),
        (InstrumentKind.Blending, not (null or 100m)) =>
            Refusal.Rule("blending-is-cash", $"All of a blending instrument's face is cash: its provisioning is 100 %, not {ProvisioningPercent} %.", "provisioningPercent"),
        _ => null,
    };

    Refusal? OpenedTooEarly(FundInput fund) => OpenedOn < fund.EstablishedOn
        ? Refusal.Rule("date-out-of-order", $"Fund {Fund} was established on {fund.EstablishedOn:yyyy-MM-dd}; an instrument cannot have been opened on {OpenedOn:yyyy-MM-dd}.", "openedOn")
        : null;

    string Overlap(InputClaim taken) => (taken.Window, Window) switch
    {
        (null, _) => $"Instrument {taken.Instrument} already has all certified pledges of fund {Fund} as its input; an euro is the input of one instrument only.",
        (_, null) => $"Instrument {taken.Instrument} already has the certificates earmarked to window {taken.Window} as its input, so the whole of fund {Fund} is no longer free: name a window.",
        _ => $"Instrument {taken.Instrument} already has the certificates earmarked to window {taken.Window} as its input; an euro is the input of one instrument only.",
    };
}
