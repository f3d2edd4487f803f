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

    /// <summary>What is approved: the original less what decommitments returned to the fund.</summary>
    public required decimal Approved { get; init; }

    /// <summary>Contracts under it, net of decommitments: never more than <see cref="Approved"/>.</summary>
    public decimal Contracted { get; init; }

    /// <summary>Decommitted from its contracts, wherever it went.</summary>
    public decimal Decommitted { get; init; }

    public required DateOnly ApprovedOn { get; init; }

    public string? Note { get; init; }

    /// <summary>The trace of its approval.</summary>
    public string? TraceParent { get; init; }

    public bool IsCrossWindow() => WindowCode is null;

    /// <summary>What may still be contracted (RAC).</summary>
    public Money Remaining() => Amount(Approved - Contracted);

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
            ApprovedOn = fact.ApprovedOn,
            Note = fact.Note,
            TraceParent = trace,
        });
        Approve(states, fact.Fund, fact.CrossWindow, fact.Split, 1);
        if (fact.Reference is not null)
            states.Put(TakenReference.Of(fact.Fund, TakenReference.Action, fact.Reference, fact.ActionId));
    }

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
