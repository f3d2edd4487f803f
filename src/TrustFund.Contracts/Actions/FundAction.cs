using TrustFund.Contracts.Funds;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Actions;

/// <summary>An action (programme) that the Operational Committee approved. Amounts are in the fund's currency.</summary>
sealed record FundAction : State
{
    public required string Fund { get; init; }

    public required string Title { get; init; }

    /// <summary>The fund's own reference of it, unique among its actions.</summary>
    public string? Reference { get; init; }

    public required string Currency { get; init; }

    /// <summary>Its window; null for a cross-window action.</summary>
    public string? WindowCode { get; init; }

    /// <summary>What is approved out of each window, adding up to <see cref="Approved"/>.</summary>
    public required IReadOnlyList<WindowPart> Split { get; init; }

    /// <summary>What was approved at first.</summary>
    public required decimal Original { get; init; }

    /// <summary>What is approved: the original with its riders, less what returned to the fund.</summary>
    public required decimal Approved { get; init; }

    /// <summary>Contracts under it, net of decommitments: more than <see cref="Approved"/> only by imported history.</summary>
    public decimal Contracted { get; init; }

    /// <summary>Decommitted from its contracts, wherever it went.</summary>
    public decimal Decommitted { get; init; }

    /// <summary>What its contracts may have of co-financing; none may have any when null. Never a part of <see cref="Approved"/>.</summary>
    public decimal? CoFinancingCeiling { get; init; }

    /// <summary>What others pay towards its contracts.</summary>
    public decimal CoFinanced { get; init; }

    /// <summary>What it is for.</summary>
    public string? Theme { get; init; }

    /// <summary>How many programmes it adopted together; null for one.</summary>
    public int? Programmes { get; init; }

    /// <summary>How its amount was published; exact when null.</summary>
    public Qualifier? Qualifier { get; init; }

    public required DateOnly ApprovedOn { get; init; }

    /// <summary>When it was closed, after the contracting deadline: nothing is contracted under it any more.</summary>
    public DateOnly? ClosedOn { get; init; }

    public string? Note { get; init; }

    /// <summary>The trace of its approval.</summary>
    public string? TraceParent { get; init; }

    public bool IsCrossWindow() => WindowCode is null;

    /// <summary>What may still be contracted (RAC); negative when imported history exceeds it.</summary>
    public Money Remaining() => Amount(Approved - Contracted);

    /// <summary>What its windows give when so much more of it is decommitted and cannot be used again: all that would then be left to contract.</summary>
    public Money Unusable(decimal decommitted) =>
        Amount(Math.Max(0, Approved - Contracted + decommitted) - Math.Max(0, Approved - Contracted));

    /// <summary>Nothing is contracted any more under an action that was closed.</summary>
    public Refusal? RefuseClosed() => ClosedOn is { } closed
        ? Refusal.Conflict("action-closed", $"The action was closed on {closed:yyyy-MM-dd}, after the contracting deadline: what was not contracted returned to the fund.")
        : null;

    /// <summary>No more is contracted than is left.</summary>
    public Refusal? RefuseExcess(Money amount, string field) => amount > Remaining()
        ? Refusal.Rule(
            "exceeds-action",
            $"{amount} is more than the {Remaining()} left to contract: {Amount(Approved)} approved, {Amount(Contracted)} contracted.",
            field)
        : null;

    /// <summary>An amount in the currency of the fund's books.</summary>
    public Money Amount(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    public static void Apply(States states, ActionApproved fact, string? trace)
    {
        states.Put(new FundAction
        {
            Id = fact.ActionId,
            Fund = fact.Fund,
            Title = fact.Title,
            Reference = fact.Reference,
            Currency = fact.Amount.Currency.Code,
            WindowCode = fact.CrossWindow ? null : fact.Split[0].Window,
            Split = [.. fact.Split.Select(part => new WindowPart(part.Window, part.Amount.Amount))],
            Original = fact.Amount.Amount,
            Approved = fact.Amount.Amount,
            CoFinancingCeiling = fact.CoFinancingCeiling?.Amount,
            Theme = fact.Theme,
            Programmes = fact.Programmes,
            Qualifier = fact.Qualifier,
            ApprovedOn = fact.ApprovedOn,
            Note = fact.Note,
            TraceParent = trace,
        });
        Approve(states, fact.Fund, fact.CrossWindow, fact.Split, 1);
        if (fact.Reference is not null)
            states.Put(TakenReference.Of(fact.Fund, TakenReference.Action, fact.Reference, fact.ActionId));
    }

    public static void Apply(States states, ActionClosed fact)
    {
        var action = states.Get<FundAction>(fact.ActionId);
        states.Put(action.Less(fact.FromApproved) with { ClosedOn = fact.ClosedOn });
        ReturnToFund.Apply(states, action, fact.FromApproved, fact.ToPool);
    }

    /// <summary>The action without these parts of its windows.</summary>
    public FundAction Less(IReadOnlyList<WindowAmount> parts) => this with
    {
        Approved = Approved - parts.Sum(part => part.Amount.Amount),
        Split = [.. Split.Select(part => part with { Amount = part.Amount - Of(parts, part.Window) })],
    };

    static decimal Of(IReadOnlyList<WindowAmount> parts, string window) =>
        parts.FirstOrDefault(part => part.Window == window)?.Amount.Amount ?? 0;

    /// <summary>What the windows approved rises by these parts, or falls when the sign is −1.</summary>
    public static void Approve(States states, string fund, bool crossWindow, IReadOnlyList<WindowAmount> parts, int sign)
    {
        foreach (var part in parts)
        {
            var amount = sign * part.Amount.Amount;
            states.Change<Window>(Window.KeyOf(fund, part.Window), window => window with
            {
                Approved = window.Approved + amount,
                CrossWindowApproved = window.CrossWindowApproved + (crossWindow ? amount : 0),
            });
        }
        if (crossWindow)
            states.Change<Fund>(fund, kept => kept with { CrossWindowApproved = kept.CrossWindowApproved + sign * parts.Sum(part => part.Amount.Amount) });
    }
}

/// <summary>A window's part of an action.</summary>
sealed record WindowPart(string Window, decimal Amount);
