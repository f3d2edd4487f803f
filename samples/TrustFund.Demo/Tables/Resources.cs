using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>What donors promised EUTF-AFRICA, and whose it is.</summary>
static class Resources
{
    const string Fund = "EUTF-AFRICA";
    const string Union = "EU";

    public static FigureTable At2017(Evidence evidence)
    {
        var union = evidence.Books.Of(Fund, Stage.Pledged, Union);
        var total = evidence.Books.Total(Fund, Stage.Pledged);
        var shares = Shares.OfHundred([union, total - union], 2);
        return FigureTable.List(
            "EUTF-AFRICA: resources pledged and their shares",
            evidence.FromJournals,
            evidence.Figures,
            [
                ("eutf-eu", union),
                ("eutf-others", total - union),
                ("eutf-total", total),
                ("eutf-total-rounded", total),
                ("eutf-share-eu", shares[0]),
                ("eutf-share-others", shares[1]),
            ],
            "408.6 m is pledged, not cash: nothing is received yet in this story.",
            "The factsheet's introduction says 3.3 bn: an older or truncated figure of the same stock, compared with nothing here.");
    }

    public static FigureTable At2018(Evidence evidence)
    {
        var union = evidence.Books.Of(Fund, Stage.Pledged, Union);
        var others = evidence.Books.Total(Fund, Stage.Pledged) - union;
        var received = evidence.Books.Total(Fund, Stage.Received) - evidence.Books.Of(Fund, Stage.Received, Union);
        return FigureTable.List(
            "EUTF-AFRICA: resources",
            evidence.FromJournals,
            evidence.Figures,
            [
                ("2018-eu", union),
                ("2018-others", others),
                ("2018-received", received),
                ("2018-outstanding", others - received),
            ],
            "Received from the EU's own funds: not itemised by the source; 479.0 m is assumed and not compared.");
    }
}
