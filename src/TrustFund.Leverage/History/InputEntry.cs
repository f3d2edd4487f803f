using System.Globalization;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>
/// By how much a fact of Pledges changed the certified input of a fund, or of one of its windows. Written once; the sum of them as of a
/// day, or as known on a moment, is the input as it stood. Its id is the position of the fact, and the window: <c>pledges:12/BLENDING</c>.
/// </summary>
public sealed record InputEntry : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>The window whose earmarked certificates changed; null for all certificates of the fund, earmarked or not.</summary>
    public string? WindowCode { get; init; }

    /// <summary>The change, signed, in the fund's currency.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The booking date of the fact.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>When the source recorded it, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The service that recorded it.</summary>
    public required string Source { get; init; }

    /// <summary>Its place in that service's journal.</summary>
    public required long Sequence { get; init; }

    /// <summary>Changes the input of a fund, and of a window where one is named, and keeps the change.</summary>
    internal static void Book(States states, Recorded recorded, Money amount, IEnumerable<(string Window, Money Amount)> earmarked)
    {
        var fund = recorded.Event.Fund;
        states.Change<FundInput>(fund, input => input.With(amount));
        states.Insert(Of(recorded, null, amount));
        foreach (var (window, part) in earmarked)
        {
            states.Change<WindowInput>(WindowInput.IdOf(fund, window), input => input.With(part));
            states.Insert(Of(recorded, window, part));
        }
    }

    static InputEntry Of(Recorded recorded, string? window, Money amount) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}{(window is null ? "" : "/")}{window}"),
        Fund = recorded.Event.Fund,
        WindowCode = window,
        Amount = amount.Amount,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
        Source = recorded.Source,
        Sequence = recorded.Sequence,
    };
}
