using TrustFund.Events.Audit.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Figures;

/// <summary>A published figure as it is kept.</summary>
sealed record FigureFacts : State
{
    public required string Fund { get; init; }

    public required string Name { get; init; }

    public required string Measure { get; init; }

    public string? WindowCode { get; init; }

    public required decimal Value { get; init; }

    public required string Unit { get; init; }

    public required Qualifier Qualifier { get; init; }

    public required int Decimals { get; init; }

    public required DateOnly AsOf { get; init; }

    public required string Publication { get; init; }

    public static void Apply(States states, PublishedFigureRecorded fact) => states.Put(new FigureFacts
    {
        Id = fact.FigureId,
        Fund = fact.Fund,
        Name = fact.Name,
        Measure = fact.Measure,
        WindowCode = fact.Window,
        Value = fact.Value,
        Unit = fact.Unit,
        Qualifier = fact.Qualifier,
        Decimals = fact.Decimals,
        AsOf = fact.AsOf,
        Publication = fact.Source,
    });
}
