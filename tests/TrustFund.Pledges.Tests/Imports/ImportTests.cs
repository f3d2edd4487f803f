using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Imports;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Tests.Imports;

/// <summary>Rows of files, once they are read.</summary>
public sealed class ImportTests
{
    readonly Given given = new();

    ImportPledge Pledge(string reference, decimal amount, decimal? certified = null, string? window = null)
    {
        var id = given.NextGuid();
        return new(
            Given.Announce(id, amount) with { Reference = reference },
            null,
            certified is not { } part ? null : given.Certify("", part, window is null ? [] : [(window, part)]),
            null);
    }

    static ImportReceipt Receipt(string pledge, decimal amount, string bank = "B-1", string donor = "Germany") =>
        new(Given.Fund, null, donor, pledge, null, "receipt", Given.Euros(amount), Given.Day, bank, null);

    [Fact]
    public void A_row_is_a_pledge_and_its_certificate()
    {
        var facts = given.Service.Accept(Pledge("PL-1", 100, 80, "HOA") with { ConfirmedOn = Given.Day });

        Assert.Equal(
            [typeof(PledgeAnnounced), typeof(PledgeConfirmed), typeof(PledgeCertified)],
            facts.Select(fact => fact.GetType()));
        Assert.Equal((100m, 80m, 80m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Earmarked));
    }

    [Fact]
    public void A_pledge_in_another_currency_takes_the_rows_rate()
    {
        var row = Pledge("PL-1", 1) with { Rate = new(9.8403m, Given.Day, "InforEuro") };
        given.Service.Accept(row with
        {
            Announced = row.Announced with { Amount = Given.Crowns(9_840_300), Donor = "NO" },
            Certified = given.Certify("", 1) with { Amount = Given.Crowns(9_840_300) },
        });
        Assert.Equal((1_000_000m, 1_000_000m), (given.Totals.Pledged, given.Totals.Certified));
    }

    [Fact]
    public void A_receipt_finds_its_pledge_by_reference_or_by_id()
    {
        given.Service.Accept(Pledge("PL-1", 100, 80));
        var id = given.Service.Get<PledgeReference>("EUTF-AFRICA/PL-1").PledgeId;
        given.Service.Accept(Receipt("pl-1 ", 30));
        given.Service.Accept(Receipt(id, 60, "B-2", "de") with { ReceiptId = "second", FundName = "eutf-africa", SubAccount = "hoa" });
        Assert.Equal((90m, 80m), (given.Totals.Received, given.Totals.Allocated));
    }

    [Fact]
    public void A_row_names_the_field_that_is_wrong()
    {
        given.Service.Accept(Pledge("PL-1", 100, 80));
        Check.Refuses(given, Pledge("PL-1", 1), 409, "reference-taken", "reference", "'PL-1'");
        Check.Refuses(given, Pledge("PL-2", 100, 100.01m), 422, "exceeds-pledged", "certified.amount");
        Check.Refuses(given, Pledge("PL-2", 100, 100, "XXX"), 422, "unknown-window", "earmarks[0].window");
        Check.Refuses(given, Receipt("PL-9", 1), 422, "unknown-pledge", "pledge", "'PL-9'");
        Check.Refuses(given, Receipt("PL-1", 1, donor: "Italy"), 422, "wrong-donor", "donor", "Germany (DE)");
        Check.Refuses(given, Receipt("PL-1", 1) with { FundName = "EIP" }, 422, "wrong-fund", "fund");
        Check.Refuses(given, Receipt("PL-1", 1) with { SubAccount = "XXX" }, 422, "unknown-window", "window");
        Check.Refuses(given, Receipt("PL-1", 0), 422, "not-positive", "amount");
    }

    [Fact]
    public void A_reference_of_two_pledges_of_history_names_neither()
    {
        var states = States.Everything();
        foreach (var recorded in given.Service.Journal)
            new PledgesEvolution().Apply(states, recorded);
        foreach (var (pledge, reference) in new[] { ("p", "SAME"), ("q", "same ") })
        {
            new PledgesEvolution().Apply(states, new Recorded("pledges", 99, DateTimeOffset.UnixEpoch, "someone", null, new PledgeAnnounced(
                Given.Fund, pledge, "DE", Given.Euros(1), Given.Day, null, reference)));
        }
        var refusal = Receipt("Same", 1).Decide(states).Refusal;
        Assert.Equal((422, "ambiguous-reference", "pledge"), (refusal?.Status, refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void Every_column_is_told_once()
    {
        foreach (var kind in new TrustFund.Journal.Imports.ImportKind[] { new PledgeRows(), new ReceiptRows() })
        {
            Assert.Equal(kind.Columns.Count, kind.Columns.Select(column => column.Name).Distinct().Count());
            Assert.All(kind.Columns, column => Assert.Matches("^[a-z_]+$", column.Name));
        }
    }
}
