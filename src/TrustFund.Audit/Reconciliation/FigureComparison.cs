using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Figures;
using TrustFund.Audit.Reports;

namespace TrustFund.Audit.Reconciliation;

/// <summary>A published figure beside the ledger as of its day.</summary>
static class FigureComparison
{
    public static Comparison Of(FigureFacts figure, FundFacts fund, Sums sums, IReadOnlyList<ActionFacts> actions, bool provisional)
    {
        var ledger = Measures.Of(sums, actions, figure.Measure, figure.WindowCode);
        var published = new PublishedFigure(figure.Value, figure.Qualifier, figure.Decimals);
        var scale = FigureUnit.TryParse(figure.Unit, out var unit) ? unit.Scale : 1;
        var state = provisional ? ComparisonState.NotComparable
            : published.IsConsistentWith(ledger / scale) ? ComparisonState.Agrees
            : ComparisonState.Differs;
        var isCount = Measures.IsCount(figure.Measure);
        return new(
            figure.Id,
            state,
            isCount ? null : fund.In(ledger),
            isCount ? published.ToString() : $"{published} {figure.Unit}",
            null,
            $"{figure.Name}, {figure.Publication}",
            isCount ? (long)ledger : null);
    }
}
