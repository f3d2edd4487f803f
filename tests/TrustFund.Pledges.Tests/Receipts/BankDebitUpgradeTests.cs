using TrustFund.AppHost.Local;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Refunds;
using TrustFund.Rehearsal.Upgrading;

namespace TrustFund.Pledges.Tests.Receipts;

/// <summary>A database of before debits of the bank were kept gets the rows that its journal comes to, with their versions.</summary>
public sealed class BankDebitUpgradeTests
{
    readonly Given given = new();

    [Fact]
    public async Task What_went_out_under_each_reference_is_as_the_journal_tells_it()
    {
        var pledge = given.Pledged(100);
        foreach (var receipt in new[] { "A", "B", "C" })
            given.Service.Accept(Given.Receive(pledge, 20, receipt, receipt));
        Reverse(pledge, "A", "S-Deb é");
        Reverse(pledge, "B", null);
        // One that was booked by mistake, the right one under its entry, one that the bank returned, and one beside a receipt's reversal.
        Refund(pledge, "mistaken", "m-out");
        Back(pledge, "mistaken", null);
        Refund(pledge, "right", "M-OUT");
        Refund(pledge, "returned", "r-out");
        Back(pledge, "returned", "r-in");
        Refund(pledge, "beside", "s-DEB É");
        Refund(pledge, "nowhere", "N-OUT");
        Back(pledge, "nowhere", null);

        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var old = await ScriptedDatabase.Create(server.ConnectionString, "pledges", new PledgesEvolution(), "0007_bank_debits");
        await old.Write(given.Service);

        await old.Upgrade();

        var kept = given.Service.All.OfType<BankDebit>().OrderBy(debit => debit.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(
            ["EUTF-AFRICA/M-OUT 3 refund right", "EUTF-AFRICA/N-OUT 2 ", "EUTF-AFRICA/R-OUT 1 refund returned", "EUTF-AFRICA/S-DEB É 2 reversal A, refund beside"],
            kept.Select(debit => $"{debit.Id} {debit.Version} {string.Join(", ", debit.Bookings.Select(booking => $"{booking.Kind} {booking.Target}"))}"));
        Assert.Empty(await old.Differences(given.Service));
    }

    void Reverse(string pledge, string receipt, string? reference) =>
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, receipt, $"reversal-{receipt}", Given.Day, "It was not ours.", reference));

    void Refund(string pledge, string id, string reference)
    {
        given.Service.Accept(new RequestRefund(Given.Fund, pledge, id, Given.Euros(5), null, Given.Day, "Too much."));
        given.Service.Follow("disbursements", new RefundExecuted(Given.Fund, id, pledge, "DE", Given.Euros(5), Given.Day, reference, []));
    }

    void Back(string pledge, string id, string? reference) => given.Service.Follow(
        "disbursements", new RefundReversed(Given.Fund, id, pledge, "DE", Given.Euros(5), Given.Day, "The account was closed.", reference));
}
