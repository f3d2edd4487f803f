using System.ComponentModel.DataAnnotations;
using TrustFund.Audit.Dimensions;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Figures;

/// <summary>A figure that was published about a fund.</summary>
/// <param name="Name">What it is called where it was published.</param>
/// <param name="Measure">An amount: `pledged`, `certified`, `received`, `outstanding`, `approved`, `contracted`, `paid` or `cash`; or a number: `actions` approved, `programmes` adopted by them, `contracts` signed or `payments` that stand.</param>
/// <param name="Window">The window it is about, `*` for cross-window actions; the whole fund when left out. For certified, approved, contracted, paid and numbers alone.</param>
/// <param name="Value">The figure, in its unit.</param>
/// <param name="Unit">The currency of the fund, alone or after a scale: `EUR`, `k EUR`, `m EUR`, `bn EUR`; `count` for a number.</param>
/// <param name="Qualifier">`exact`, `over`, `almost`, `about` or `up-to`.</param>
/// <param name="Decimals">With how many decimals of the unit it was published, -12 to 12; negative for round tens, hundreds.</param>
/// <param name="AsOf">The booking date it is about.</param>
/// <param name="Source">Where it was published.</param>
sealed record RecordPublishedFigureRequest(
    [Required, StringLength(200)] string Name,
    [Required, StringLength(40)] string Measure,
    [StringLength(40)] string? Window,
    decimal Value,
    [Required, StringLength(10)] string Unit,
    Qualifier Qualifier,
    [Range(-12, 12)] int Decimals,
    DateOnly AsOf,
    [Required, StringLength(500)] string Source);

/// <summary>Writes down a published figure, to be compared with the ledger at every reconciliation.</summary>
sealed record RecordPublishedFigure(string Fund, string FigureId, RecordPublishedFigureRequest Asked) : Command<FigureView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/published-figures", (string fund, RecordPublishedFigureRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new RecordPublishedFigure(Codes.Fold(fund), Guid.CreateVersion7().ToString(), request)))
        .RequireRole(Roles.FinanceOfficer, Roles.Auditor, Roles.Administrator)
        .WithName(nameof(RecordPublishedFigure))
        .WithTags("Published figures")
        .WithSummary("Write down a figure that was published")
        .WithDescription("Each reconciliation compares it with the ledger as of its day, as an interval: an exact 3.39 bn stands for every amount that rounds to it, over 3 bn for every amount of 3 bn or more.")
        .Produces<FigureView>(StatusCodes.Status201Created);

    public override string Location => $"/funds/{Fund}/published-figures/{FigureId}";

    public override StateKey? Versioned => StateKey.Of<FigureFacts>(FigureId);

    string? Window => string.IsNullOrWhiteSpace(Asked.Window) ? null : Codes.Fold(Asked.Window.Trim());

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<FundFacts>(Fund);
        yield return StateKey.Of<FigureFacts>(FigureId);
        if (Window is { } window and not "*")
            yield return StateKey.Of<WindowFacts>(WindowFacts.KeyOf(Fund, window));
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundFacts>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!Measures.Knows(Asked.Measure))
            return Refusal.Rule("unknown-measure", $"'{Asked.Measure}' is none of {string.Join(", ", Measures.Names)}.", "measure");
        if (Window is not null && !Measures.IsByWindow(Asked.Measure))
            return Refusal.Rule("not-by-window", $"The ledger does not tell '{Asked.Measure}' apart by window.", "window");
        if (Window is { } window and not "*" && states.Find<WindowFacts>(WindowFacts.KeyOf(Fund, window)) is null)
            return Refusal.Rule("unknown-window", $"There is no window '{window}' of {Fund}.", "window");
        var isCount = Measures.IsCount(Asked.Measure);
        if (!FigureUnit.TryParse(Asked.Unit, out var unit) || unit.Currency?.Code != (isCount ? null : fund.Currency))
        {
            return Refusal.Rule(
                "wrong-unit",
                isCount ? $"The unit of {Asked.Measure} is {FigureUnit.Count}." : $"The unit is {fund.Currency}, alone or after k, m or bn.",
                "unit");
        }
        if (!HasDecimals())
            return Refusal.Rule("more-decimals", $"{Asked.Value} has more than the {Asked.Decimals} decimals it is said to be published with.", "decimals");
        return Decision.Record(new PublishedFigureRecorded(
            Fund, FigureId, Asked.Name.Trim(), Asked.Measure, Window, Asked.Value, Asked.Unit, Asked.Qualifier, Asked.Decimals, Asked.AsOf, Asked.Source.Trim()));
    }

    public override FigureView View(States states) => FigureView.Of(states.Get<FigureFacts>(FigureId));

    bool HasDecimals()
    {
        try
        {
            _ = new PublishedFigure(Asked.Value, Asked.Qualifier, Asked.Decimals);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
