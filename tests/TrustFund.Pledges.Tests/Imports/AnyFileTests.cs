using FsCheck.Xunit;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Imports;

namespace TrustFund.Pledges.Tests.Imports;

/// <summary>Whatever stands in a file: it is recorded wholly, or its problems are told and nothing is.</summary>
public sealed class AnyFileTests
{
    static readonly string[] Cells =
    [
        "", "", "x", "?", "Germany", "de", "NO", "XX", "EUR", "NOK", "JPY", "eur", "1.00", "0", "-1", "1.001", "1500000.5", "1e5", "999999999999999",
        "99999999999999999999999999999", "2017-06-01", "2017-06-31", "31-Dec-2017", "12/31/2017", "9999-12-31", "0001-01-01", "2031-01-01", "Q1", "Qtr 4",
        "2012-Q1", "2017", "9999", "cash", "Promissory note", "HOA", "XXX", "PL-1", "B-1", "EIP", "9.8403", "InforEuro", "\u0001", "Côte", "😀", "a'b",
        "\"a\"\"b\"", new string('9', 300), "0199a000-0000-7000-8000-000000000009",
    ];

    [Property(MaxTest = 300)]
    public void A_file_of_receipts_is_taken_or_told_to_be_wrong(byte[] header, byte[] cells) => Take(new ReceiptRows(), header, cells);

    [Property(MaxTest = 300)]
    public void A_file_of_pledges_is_taken_or_told_to_be_wrong(byte[] header, byte[] cells) => Take(new PledgeRows(), header, cells);

    static void Take(ImportKind kind, byte[] header, byte[] cells)
    {
        var given = new Given();
        given.Service.Accept(Given.Announce(given.NextGuid(), 100) with { Reference = "PL-1" });
        var names = kind.Columns.Select(column => column.Name).Where((_, i) => header.Length <= i || header[i] % 4 > 0).ToList();
        var rows = cells.Chunk(5).Select(chunk => string.Join(',', names.Select((_, i) => Cells[(chunk[i % chunk.Length] + (31 * i)) % Cells.Length])));
        var before = given.Service.Journal.Count;

        var problems = given.Service.Import(kind, Given.Fund, $"{string.Join(',', names)}\n{string.Join('\n', rows)}\n");

        Assert.Equal(problems.Count > 0, given.Service.Journal.Count == before);
        Assert.All(problems, problem => Assert.InRange(problem.Row, 1, cells.Length + 1));
        Assert.Equal(problems.Count, problems.Distinct().Count());
    }
}
