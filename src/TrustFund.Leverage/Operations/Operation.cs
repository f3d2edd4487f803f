using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>An operation that instruments back. It counts once, whatever their number.</summary>
public sealed record Operation : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>The operation's name, its own within the fund.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of the instruments that back it.</summary>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>ISO 4217 code of the amount's currency, the fund's.</summary>
    public required string Currency { get; init; }

    /// <summary>The investment it is expected to mobilise.</summary>
    public required decimal ExpectedMobilised { get; init; }

    /// <summary>The date it belongs to.</summary>
    public required DateOnly RecordedFor { get; init; }

    /// <summary>Where it was published, or what is assumed.</summary>
    public string? Note { get; init; }

    /// <summary>Books an operation: once in the fund's sum, however many instruments back it.</summary>
    public static void Apply(States states, OperationRecorded recorded)
    {
        states.Put(new Operation
        {
            Id = recorded.OperationId,
            Fund = recorded.Fund,
            Name = recorded.Name,
            Instruments = recorded.Instruments,
            Currency = recorded.ExpectedMobilised.Currency.Code,
            ExpectedMobilised = recorded.ExpectedMobilised.Amount,
            RecordedFor = recorded.RecordedFor,
            Note = recorded.Note,
        });
        states.Put(new OperationName { Id = OperationName.IdOf(recorded.Fund, recorded.Name), OperationId = recorded.OperationId });
        var portfolio = Portfolio.Of(states, recorded.Fund);
        states.Put(portfolio with
        {
            Operations = portfolio.Operations + 1,
            ExpectedMobilised = portfolio.ExpectedMobilised + recorded.ExpectedMobilised.Amount,
        });
    }
}

/// <summary>That a name is taken in a fund: an operation entered once for its grant and again for its guarantee would count twice.</summary>
public sealed record OperationName : State
{
    /// <summary>The operation that has the name.</summary>
    public required string OperationId { get; init; }

    /// <summary>The row's id: letter case and spacing make no other name.</summary>
    public static string IdOf(string fund, string name) =>
        $"{fund}/{string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant()}";
}
