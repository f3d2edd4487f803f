using TrustFund.AppHost.Local;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Refunds;
using TrustFund.Rehearsal.Upgrading;

namespace TrustFund.Pledges.Tests;

/// <summary>A database of an earlier version gets the rows that its journal would have made.</summary>
public sealed class UpgradeTests
{
    readonly Given given = new();

    [Fact]
    public async Task Who_pledged_what_is_as_the_journal_tells_it()
    {
        // Two donors of one name, letters beyond ASCII, a donor of two funds, and one with more pledges than are kept.
        given.Service.Accept(new RegisterDonor("CI", "Côte d\u2019Ivoire", DonorKind.Other, "CI"));
        given.Service.Accept(new RegisterDonor("ALSO", "CÔTE D\u2019IVOIRE", DonorKind.Other, null));
        given.Service.Accept(new RegisterDonor("ODD", "Ægir & Straße ÿ÷ı \u017f", DonorKind.Other, null));
        given.Service.Accept(new EstablishFund("EIP", "External Investment Plan", Currency.Euro, 0, null, new(2017, 9, 28), null));
        given.Service.Accept(new OpenWindow("EIP", "ÉNERGIE", "Énergie"));
        given.Service.Accept(new OpenWindow("EIP", "E-2", " énergie "));
        for (var i = 0; i <= DonorPledges.Kept; i++)
        {
            given.Pledged(1);
            given.Service.Accept(new RegisterDonor($"Z-{100 - i}", "Atlantis", DonorKind.Other, null));
        }
        given.Pledged(2, donor: "IT");
        given.Service.Accept(Given.Announce("z-first", 3, "IT") with { Fund = "EIP", AnnouncedOn = new(2018, 1, 1) });
        given.Service.Accept(Given.Announce("a-later", 4, "IT") with { Fund = "EIP", AnnouncedOn = new(2018, 1, 1) });

        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var old = await ScriptedDatabase.Create(server.ConnectionString, "pledges", new PledgesEvolution(), "0003_who_pledged");
        await old.Write(given.Service);

        await old.Upgrade();

        Assert.Empty(await old.Differences(given.Service));
        Assert.Equal(7, given.Service.All.OfType<DonorName>().Count());
        Assert.Equal(3, given.Service.All.OfType<DonorPledges>().Count());
        Assert.Equal(4, given.Service.All.OfType<WindowName>().Count());
    }

    /// <summary>What came back before this was kept stands in the journal of Disbursements, which is heard once more: refunds stay as they are.</summary>
    [Fact]
    public async Task What_came_back_is_heard_from_the_beginning_and_nothing_is_decided_again()
    {
        var pledge = given.Pledged(100, certified: 80, received: 100);
        Ask("paid", 10);
        IFundEvent[] refunds =
        [
            new RefundCashGranted(Given.Fund, "paid", pledge, Given.Euros(10)),
            new RefundExecuted(Given.Fund, "paid", pledge, "DE", Given.Euros(10), Given.Day, "OUT-1", []),
            new RefundReversed(Given.Fund, "paid", pledge, "DE", Given.Euros(10), Given.Day, "The account was closed.", "RET-1"),
            new RefundCashRefused(Given.Fund, "refused", pledge, Given.Euros(5), Given.Euros(0), "There is no cash."),
        ];
        // One refund of a pledge at a time: the second is asked for once the first is done.
        foreach (var fact in refunds)
        {
            if (fact is RefundCashRefused)
                Ask("refused", 5);
            given.Service.Follow("disbursements", fact);
        }

        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var old = await ScriptedDatabase.Create(server.ConnectionString, "pledges", new PledgesEvolution(), "0005_money_back");
        await old.Write(given.Service);
        await old.Execute(
            """
            insert into journal.followed (source, sequence, hash) values
                ('disbursements', 9, decode(repeat('11', 32), 'hex')), ('contracts', 7, decode(repeat('22', 32), 'hex'));
            insert into journal.unapplied (source, sequence, type, reason, body, recorded_at, replayed_at) values
                ('disbursements', 3, 'odd', 'odd', '', now(), null), ('disbursements', 4, 'odd', 'odd', '', now(), now()), ('contracts', 5, 'odd', 'odd', '', now(), null)
            """);

        await old.Upgrade();

        Assert.Equal(["contracts:7"], await old.Read("select source || ':' || sequence from journal.followed"));
        Assert.Equal(["contracts:5", "disbursements:4"], await old.Read("select source || ':' || sequence from journal.unapplied order by 1"));
        Assert.Empty(await old.Read("select id from refund_cash"));
        Assert.Empty(await old.Differences(given.Service, "money_back", "recovery_receipts"));

        var before = given.Service.All.Where(state => state is not RefundCash).ToHashSet();
        foreach (var fact in refunds)
            Assert.Empty(given.Service.Follow("disbursements", fact));
        Assert.True(before.SetEquals(given.Service.All.Where(state => state is not RefundCash)), "What is heard again changed a row.");
        given.Service.Follow("disbursements", new RecoveryCashed(Given.Fund, "order", "contract", "IOM", null, Given.Euros(60), Given.Day, "BACK-1", [], "x1"));
        Check.Refuses(given, Given.Receive(pledge, 60, "BACK-1"), 409, "bank-reference-already-booked", "bankReference");

        void Ask(string refund, decimal amount) => given.Service.Accept(new RequestRefund(Given.Fund, pledge, refund, Given.Euros(amount), null, Given.Day, "The donor paid too much."));
    }

    [Fact]
    public async Task A_reference_is_known_by_its_capital_letters_whatever_the_locale_of_the_database()
    {
        given.Service.Accept(Given.Announce("z-first", 3, "IT") with { Reference = " Réf-š 1\t" });
        given.Service.Accept(Given.Announce("other", 5, "IT") with { Reference = "Ω-ω" });
        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var old = await ScriptedDatabase.Create(server.ConnectionString, "pledges", new PledgesEvolution(), "0006_first_of_a_reference");
        await old.Write(given.Service);
        // As the first script of references left it, where upper() knows no letters but those of ASCII.
        await old.Execute("update pledge_references set id = 'EUTF-AFRICA/RéF-š 1' where pledge_id = 'z-first'");

        await old.Upgrade();

        Assert.Empty(await old.Differences(given.Service));
        Assert.Equal("z-first", given.Service.Get<PledgeReference>("EUTF-AFRICA/RÉF-Š 1").PledgeId);
    }
}
