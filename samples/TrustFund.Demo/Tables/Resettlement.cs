using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>Resettlement places, which are no money, and the support set aside for them, which is.</summary>
static class Resettlement
{
    const string Path = "/funds/RESETTLEMENT";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var fund = await evidence.Api.Get("pledges", Path, cancellation);
        var places = fund.GetProperty("inKind");
        return FigureTable.List(
            "Resettlement: places and their support",
            Evidence.FromService("Pledges", Path),
            evidence.Figures,
            [
                ("places-target", places.Number("target")),
                ("places-pledged", places.Number("pledged")),
                ("places-share", places.Number("sharePledged") * 100),
                ("places-set-aside", places.Amount("setAside")),
                ("places-support", places.Amount("supportPerUnit")),
                ("places-entitlement", places.Amount("entitlement")),
                ("places-unallocated", places.Amount("unallocated")),
                ("places-money", fund.Amount("totals", "pledged")),
            ],
            [
                "Places never enter a total in EUR: the fund's money is the 500 m alone.",
                .. evidence.OthersIn("RESETTLEMENT"),
            ]);
    }
}

/// <summary>Funds that are named beside the trust fund and are none of its money.</summary>
static class SeparateFunds
{
    public static FigureTable Of(Evidence evidence) => FigureTable.List(
        "Funds of their own, beside EUTF-AFRICA",
        evidence.FromJournals,
        evidence.Figures,
        [
            ("fund-eip", evidence.Books.Total("EIP", Stage.Pledged)),
            ("fund-resettlement", evidence.Books.Total("RESETTLEMENT", Stage.Pledged)),
            ("fund-g5", evidence.Books.Total("G5-SAHEL", Stage.Pledged)),
            ("fund-rdpp", evidence.Books.Total("RDPP-NA", Stage.Pledged)),
            ("fund-eutf", evidence.Books.Total("EUTF-AFRICA", Stage.Pledged)),
        ],
        "They are pledged to funds of their own: EUTF-AFRICA stays at 3,388.6 m.");
}
