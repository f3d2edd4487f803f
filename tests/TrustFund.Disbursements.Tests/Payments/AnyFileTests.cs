using FsCheck.Xunit;
using TrustFund.Disbursements.Payments;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

/// <summary>Whatever stands in a file: it is recorded wholly, or its problems are told and nothing is.</summary>
public sealed class AnyFileTests
{
    static readonly string[] Cells =
    [
        "", "", "x", "?", "IOM", "GIZ", "HOA", "OTHER", "EUR", "NOK", "JPY", "eur", "1.00", "0", "-1", "1.001", "1e5", "999999999999999",
        "99999999999999999999999999999", "2018-06-01", "2018-06-31", "12/31/2018", "9999-12-31", "0001-01-01", "2031-01-01", "A-1", "C-1", "HOA=1.00|SLC=1.00",
        "HOA=-1|HOA=1", "NE=60|ML=40", "NE=100", "=1", "|", "a=99999999999999999999", "over", "7", "15190", "\u0001", "😀", new string('9', 300), "AFD=1.00",
        "interim", "final", "H-1", "0199a000-0000-7000-8000-000000000009",
    ];

    [Property(MaxTest = 300)]
    public void A_file_of_payments_is_taken_or_told_to_be_wrong(byte[] header, byte[] cells)
    {
        var given = new Given();
        given.Service.Follow("pledges", new Events.Pledges.V1.FundEstablished(Fund, "Emergency Trust Fund", "EUR", 5, null, new(2015, 11, 12), null));
        given.Service.Follow("contracts", Signature(100) with { Reference = "C-1" });
        var kind = new PaymentRows();
        var names = kind.Columns.Select(column => column.Name).Where((_, i) => header.Length <= i || header[i] % 4 > 0).ToList();
        var rows = cells.Chunk(5).Select(chunk => string.Join(',', names.Select((_, i) => Cells[(chunk[i % chunk.Length] + (31 * i)) % Cells.Length])));
        var before = given.Service.Journal.Count;

        var problems = given.Service.Import(kind, Fund, $"{string.Join(',', names)}\n{string.Join('\n', rows)}\n");

        Assert.Equal(problems.Count > 0, given.Service.Journal.Count == before);
        Assert.All(problems, problem => Assert.InRange(problem.Row, 1, cells.Length + 1));
        Assert.Equal(problems.Count, problems.Distinct().Count());
    }
}
