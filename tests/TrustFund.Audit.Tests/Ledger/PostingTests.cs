using TrustFund.Audit.Ledger;
using TrustFund.Audit.Reports;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Ledger;

/// <summary>What each fact comes to in the ledger, to the cent.</summary>
public class PostingTests
{
    const string P = "pledge";
    const string K = "contract";
    static readonly DateOnly On = Facts.Start;
    static readonly AttributedAmount[] Nobody = [];
    static readonly RateQuote Krone = new(9.6m, "EUR", "NOK", On, "InforEuro");

    /// <summary>Each fact that moves an amount, and its lines: account, window, debit less credit.</summary>
    public static TheoryData<string, IFundEvent, string> Postings => new()
    {
        { "a pledge is a promise", Facts.Pledge(P, "DE", Eur(100)), "pledged 100, pledged-contra -100" },
        { "a pledge is raised", new PledgeRaised(Fund, P, "DE", Eur(30), On), "pledged 30, pledged-contra -30" },
        { "a pledge is lowered", new PledgeReduced(Fund, "r", P, "DE", Eur(30), On, "why"), "pledged -30, pledged-contra 30" },
        {
            "a certificate goes to its windows and the pool",
            Facts.Certificate(P, "PT", Eur(100), new WindowAmount("SLC", Eur(60)), new WindowAmount("HOA", Eur(15))),
            "certified SLC 60, certified-contra SLC -60, certified HOA 15, certified-contra HOA -15, certified 25, certified-contra -25"
        },
        {
            "a certificate at another rate moves what is pledged with it",
            Facts.Certificate(P, "NO", Eur(100)) with { Original = new(1000, Currency.Of("NOK")), Rate = Krone, PledgeDifference = Eur(-4) },
            "certified 100, certified-contra -100, pledged -4, pledged-contra 4"
        },
        {
            "a release lowers certificate and pledge", new ReductionCompleted(Fund, "r", P, "DE", Eur(20), "SLC"),
            "pledged -20, pledged-contra 20, certified SLC -20, certified-contra SLC 20"
        },
        {
            "a receipt above the certificate is a debt to the donor", Facts.Receipt(P, "DE", Eur(80), Eur(5)),
            "cash 85, contributions -80, unallocated-contributions -5"
        },
        {
            "what waited is allocated", new ContributionAllocated(Fund, P, "DE", Eur(5), On),
            "unallocated-contributions 5, contributions -5"
        },
        {
            "a receipt is reversed by the bank",
            new ReceiptReversed(Fund, P, "receipt", "v", "DE", Eur(85), Eur(80), Eur(5), null, null, null, On, "bounced", "bank 2"),
            "cash -85, contributions 80, unallocated-contributions 5"
        },
        {
            "a loss by exchange trues the certificate up",
            new ExchangeDifferenceRealised(Fund, P, "receipt", "NO", Eur(-7), [new WindowAmount("SLC", Eur(-4))], On),
            "exchange-differences SLC -4, exchange-differences-contra SLC 4, exchange-differences -3, exchange-differences-contra 3"
        },
        {
            "interest that adds to availability", new InterestBooked(Fund, "i", Eur(12), true, On, "bank 3", null),
            "cash 12, interest -12, interest-available 12, interest-available-contra -12"
        },
        { "negative interest", new InterestBooked(Fund, "i", Eur(-3), false, On, "bank 3", null), "cash -3, interest 3" },
        { "negative interest reversed", new InterestReversed(Fund, "i", Eur(-3), false, On, "wrong"), "cash 3, interest -3" },
        { "a refund leaves the bank", new RefundExecuted(Fund, "f", P, "DE", Eur(10), On, "bank 4", Nobody), "refunds 10, cash -10" },
        {
            "a refund is taken from what the donor gave", new RefundCompleted(Fund, "f", P, "DE", Eur(10), Eur(4), Eur(6), "SLC", On, "bank 4"),
            "contributions 6, unallocated-contributions 4, refunds -10, pledged -6, pledged-contra 6, certified SLC -6, certified-contra SLC 6"
        },
        { "a refund is at the bank again", new RefundReversed(Fund, "f", P, "IT", Eur(10), On, "closed", "bank 10"), "cash 10, refunds -10" },
        {
            "and held for the donor again, not certified", new RefundTakenBack(Fund, "f", P, "IT", Eur(10), On, "closed"),
            "refunds 10, unallocated-contributions -10"
        },
        {
            "the Board takes back what it gave", new AllocationReversed(Fund, "a", "SLC", Eur(50), On, "another window's"),
            "allocated SLC -50, allocated-contra SLC 50"
        },
        { "the Board gives to a window", new ResourcesAllocated(Fund, "a", "SLC", Eur(50), On, "Board 1"), "allocated SLC 50, allocated-contra SLC -50" },
        {
            "a transfer is one pair", new ResourcesTransferred(Fund, "t", "SLC", "HOA", Eur(9), On, "Board 2"),
            "allocated SLC -9, allocated HOA 9"
        },
        {
            "the Board keeps for management", new ManagementCostsAllocated(Fund, "m", Eur(5), On, "Board 3"),
            "management-costs-allocated 5, management-costs-allocated-contra -5"
        },
        {
            "what the Board kept for management goes back to the pool", new ManagementCostAllocationReversed(Fund, "m", Eur(5), On, "another fund's"),
            "management-costs-allocated -5, management-costs-allocated-contra 5"
        },
        {
            "an action of two windows",
            Facts.Action("a", Eur(40), true, null, new WindowAmount("SLC", Eur(30)), new WindowAmount("HOA", Eur(10))),
            "approved SLC 30, approved-contra SLC -30, approved HOA 10, approved-contra HOA -10"
        },
        {
            "a rider lowers an action",
            new RiderApproved(Fund, "a", "r", Eur(-8), [new WindowAmount("SLC", Eur(-8))], false, On, "OC 2", "less to do"),
            "approved SLC -8, approved-contra SLC 8"
        },
        {
            "the contracting deadline closes an action",
            new ActionClosed(Fund, "a", Eur(7), [new WindowAmount("SLC", Eur(7))], [new WindowAmount("SLC", Eur(2))], On, "deadline"),
            "approved SLC -7, approved-contra SLC 7, allocated SLC -2, allocated-contra SLC 2"
        },
        { "a contract is no cash", Facts.Contract(K, "a", "SLC", Eur(20)), "contracted SLC 20, contracted-contra SLC -20" },
        {
            "a contract is raised", new ContractAmended(Fund, "a", K, "m", "SLC", Eur(3), On, "more to do"),
            "contracted SLC 3, contracted-contra SLC -3"
        },
        {
            "a decommitment to the fund",
            new ContractDecommitted(Fund, "d", K, "a", Eur(4), "fund", [new WindowAmount("SLC", Eur(1))], [new WindowAmount("SLC", Eur(4))], On),
            "contracted -4, contracted-contra 4, approved SLC -4, approved-contra SLC 4, allocated SLC -1, allocated-contra SLC 1"
        },
        {
            "a pre-financing is an advance", Facts.Payment("d", K, "SLC", Eur(10), "pre-financing"),
            "pre-financing SLC 10, cash SLC -10"
        },
        { "an interim payment is spent", Facts.Payment("d", K, "SLC", Eur(10)), "payments SLC 10, cash SLC -10" },
        {
            "a payment whose request is not known", new PaymentExecuted(Fund, "d", K, "IOM", null, Eur(10), On, "bank 5"),
            "payments 10, cash -10"
        },
        { "a payment is reversed", new PaymentReversed(Fund, "d", K, "IOM", "SLC", Eur(10), On, "wrong", Nobody), "payments SLC -10, cash SLC 10" },
        {
            "a payment comes back", new PaymentReturned(Fund, "d", K, "IOM", "SLC", Eur(10), On, "closed account", "bank 6", Nobody),
            "payments SLC -10, cash SLC 10"
        },
        { "a report clears an advance", new PrefinancingCleared(Fund, K, "r", Eur(6), On, "report 1"), "payments 6, pre-financing -6" },
        { "a report had not cleared it", new PrefinancingClearingReversed(Fund, K, "r", Eur(6), On, "another contract's"), "payments -6, pre-financing 6" },
        {
            "a recovery order lowers expenditure, it is no income",
            new RecoveryEstablished(Fund, "o", K, "IOM", "SLC", Eur(4), On, On, "ineligible"),
            "recoveries-receivable SLC 4, payments SLC -4"
        },
        {
            "a recovery is paid", new RecoveryCashed(Fund, "o", K, "IOM", "SLC", Eur(4), On, "bank 7", Nobody),
            "cash SLC 4, recoveries-receivable SLC -4"
        },
        {
            "a recovery had not been paid", new RecoveryCashReversed(Fund, "o", K, "IOM", "SLC", Eur(4), On, "another partner's", Nobody, "c"),
            "recoveries-receivable SLC 4, cash SLC -4"
        },
        {
            "a recovery is offset against a payment booked gross", new RecoveryOffset(Fund, "o", K, "IOM", "SLC", Eur(4), "d", On, Nobody),
            "cash SLC 4, recoveries-receivable SLC -4"
        },
        {
            "an offset is undone with its payment", new RecoveryOffsetReversed(Fund, "o", K, "IOM", "SLC", Eur(4), "d", On, Nobody),
            "recoveries-receivable SLC 4, cash SLC -4"
        },
        { "a recovery is waived", new RecoveryWaived(Fund, "o", K, "IOM", Eur(4), On, "insolvent"), "payments 4, recoveries-receivable -4" },
        { "a waiver is taken back", new RecoveryWaiverReversed(Fund, "o", "w", K, "IOM", Eur(4), On, "solvent"), "payments -4, recoveries-receivable 4" },
        { "management costs", new CostPaid(Fund, "c", "management", Eur(2), On, "bank 8", Nobody), "management-costs 2, cash -2" },
        { "a bank charge", new CostPaid(Fund, "c", "bank-charge", Eur(1), On, "bank 9", Nobody), "bank-charges 1, cash -1" },
        { "a charge comes back", new CostReversed(Fund, "c", "bank-charge", Eur(1), On, "wrong", Nobody), "cash 1, bank-charges -1" },
    };

    [Theory]
    [MemberData(nameof(Postings))]
    public void A_fact_is_posted(string what, IFundEvent fact, string lines)
    {
        Assert.NotEmpty(what);
        var posted = Audit.Ledger.Postings.Of(States.Everything(), fact);

        Assert.Equal(Sorted(lines.Split(", ")), Sorted(posted.Select(line =>
            FormattableString.Invariant($"{line.Account.Code} {(line.About.Window is { } window ? $"{window} " : "")}{line.Debit - line.Credit:0.##}"))));
        foreach (var side in posted.GroupBy(line => (line.Currency, line.Account.Basis)))
            Assert.Equal(side.Sum(line => line.Debit), side.Sum(line => line.Credit));
        Assert.All(posted, line => Assert.True(line is { Debit: >= 0, Credit: >= 0 } && (line.Debit == 0) != (line.Credit == 0)));
    }

    static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);

    // What asks, answers, authorises or plans moves nothing yet; what these mean in the ledger is said by the fact that follows.
    static readonly HashSet<string> MovesNothing =
    [
        "FundEstablished", "InstalmentCalled", "InstalmentCallReversed", "ReductionRequested", "ReductionRejected", "RefundRequested", "RefundCashRequested", "RefundRejected",
        "ResourcesReleased", "ReleaseRefused", "DecommitmentRequested", "DecommitmentRejected", "DecommitmentGranted", "DecommitmentRefused",
        "PaymentRequested", "PaymentVerified", "PaymentAuthorised", "PaymentRejected", "CostRequested", "CostAuthorised", "CostRejected",
        "ManagementCostReversalRequested", "ManagementCostReversalRejected", "ManagementCostsReleased", "ManagementCostReleaseRefused",
        "AuthorityDelegated", "BankLineRecorded", "RefundCashGranted", "RefundCashRefused",
        // Mobilised finance is others' money.
        "MobilisationTargetSet", "OperationRecorded", "OperationSigned", "OperationDisbursed", "OperationCancelled", "OperationEntryReversed",
    ];

    [Fact]
    public void Every_fact_with_an_amount_is_posted_or_known_to_move_nothing()
    {
        var posted = Postings.Select(row => row.Data.Item2.GetType()).ToHashSet();
        var withAmounts = new AuditEvolution().Follows.Where(type => type.GetProperties().Any(property =>
            property.PropertyType == typeof(Money) || property.PropertyType == typeof(Money?)));

        Assert.Empty(withAmounts.Where(type => !posted.Contains(type) && !MovesNothing.Contains(type.Name)).Select(type => type.Name));
        Assert.DoesNotContain(posted, type => MovesNothing.Contains(type.Name));
    }

    [Fact]
    public void A_receipt_in_another_currency_is_booked_at_its_value_in_the_funds()
    {
        var books = WithWindows();
        books.Hear(new ContributionReceived(
            Fund, P, "receipt", "NO", Eur(98), Eur(98), Eur(0), On, "bank", Original: new Money(940.80m, Currency.Of("NOK")), Rate: Krone));

        Assert.Equal(98m, books.Balance(MoneyAccounts.Cash));
        Assert.All(books.All<LedgerEntry>(), line => Assert.Equal("EUR", line.Currency));
    }

    [Fact]
    public void Two_sides_of_a_fact_that_do_not_agree_leave_the_rest_in_suspense()
    {
        var books = WithWindows();
        books.Hear(new ContributionReceived(Fund, P, "receipt", "DE", Eur(100), Eur(70), Eur(20), On, "bank"));

        Assert.Equal(100m, books.Balance(MoneyAccounts.Cash));
        Assert.Equal(10m, books.Balance(MoneyAccounts.Suspense));
    }

    [Fact]
    public void A_refund_that_is_reversed_is_cash_that_the_donor_paid_above_its_certificate()
    {
        var books = WithWindows();
        books.Hear(Facts.Pledge(P, "DE", Eur(100)));
        books.Hear(Facts.Certificate(P, "DE", Eur(80)));
        books.Hear(Facts.Receipt(P, "DE", Eur(80), Eur(5)));
        books.Hear(new RefundExecuted(Fund, "f", P, "DE", Eur(10), On, "bank 4", [new("DE", null, Eur(6))]));
        books.Hear(new RefundCompleted(Fund, "f", P, "DE", Eur(10), Eur(4), Eur(6), null, On, "bank 4"));

        // Whichever of the two is heard first.
        books.Hear(new RefundTakenBack(Fund, "f", P, "DE", Eur(10), On, "closed"));
        books.Hear(new RefundReversed(Fund, "f", P, "DE", Eur(10), On, "closed", "bank 10"));

        Assert.Equal((85m, 11m, 74m, 0m), (books.Balance(MoneyAccounts.Cash), books.Balance(MoneyAccounts.Unallocated), books.Balance(MoneyAccounts.Contributions), books.Balance(MoneyAccounts.Refunds)));
        var donor = books.Donors(On).Total;
        Assert.Equal((94m, 74m, 85m, 11m), (donor.Pledged.Amount, donor.Certified.Amount, donor.Received.Amount, donor.Unallocated.Amount));
        var report = SourcesAndUsesReport.Of(books.Header(), null, new([]), books.Kept());
        Assert.Equal((85m, 0m, 85m), (report.Sources.Amount, report.Uses.Amount, report.Closing.Amount));
        // Whose money it was stays frozen in the refund; what came back is the donor's own.
        Assert.Equal(
            [(false, 6m), (true, 4m), (true, -10m)],
            books.All<AttributionEntry>().Where(part => part.DocumentId == "f").Select(part => (part.Unallocated, part.Amount)));
    }

    [Fact]
    public void A_payment_is_an_advance_when_it_was_asked_for_as_one()
    {
        var books = WithWindows();
        books.Hear(new PaymentRequested(Fund, "d", K, "IOM", "pre-financing", Eur(10), "invoice", On, null));
        books.Hear(new PaymentExecuted(Fund, "d", K, "IOM", "SLC", Eur(10), On, "bank"));
        books.Hear(new PrefinancingCleared(Fund, K, "r", Eur(6), On, "report 1"));

        Assert.Equal((4m, 6m, -10m), (books.Balance(MoneyAccounts.Prefinancing), books.Balance(MoneyAccounts.Payments), books.Balance(MoneyAccounts.Cash)));
        // A report moves nothing from one window to another.
        Assert.Equal(10m, books.Kept().Where(sum => sum.Window == "SLC").Paid);
    }

    [Fact]
    public void What_a_reversal_takes_back_stands_on_the_same_accounts_of_the_same_window_and_partner()
    {
        var books = WithWindows("SLC");
        books.Hear(new RecoveryEstablished(Fund, "o", K, "IOM", "SLC", Eur(9), On, On, "ineligible"));
        IFundEvent[] facts =
        [
            new PrefinancingCleared(Fund, K, "r", Eur(6), On, "report 1"), new PrefinancingClearingReversed(Fund, K, "r", Eur(6), On, "another contract's"),
            new RecoveryWaived(Fund, "o", K, "IOM", Eur(4), On, "insolvent", "w"), new RecoveryWaiverReversed(Fund, "o", "w", K, "IOM", Eur(4), On, "solvent"),
            new ManagementCostsAllocated(Fund, "m", Eur(5), On, "Board 3"), new ManagementCostAllocationReversed(Fund, "m", Eur(5), On, "another fund's"),
        ];

        var posted = facts.Select(fact => Lines(books.Hear, fact)).ToList();

        Assert.All(posted, lines => Assert.Equal(2, lines.Count));
        for (var first = 0; first < posted.Count; first += 2)
            Assert.Equal(Sorted(posted[first].Select(line => $"{line.Where} {-line.Amount}")), Sorted(posted[first + 1].Select(line => $"{line.Where} {line.Amount}")));
        Assert.Contains(posted[1], line => line.Where == "pre-financing SLC IOM contract r");
        Assert.Contains(posted[3], line => line.Where == "recoveries-receivable SLC IOM contract o");

        List<(string Where, decimal Amount)> Lines(Func<IFundEvent, DateOnly?, IReadOnlyList<IFundEvent>> hear, IFundEvent fact)
        {
            var before = books.All<LedgerEntry>().Select(line => line.Id).ToHashSet();
            hear(fact, null);
            return [.. books.All<LedgerEntry>().Where(line => !before.Contains(line.Id))
                .Select(line => ($"{line.Account} {line.WindowCode} {line.Partner} {line.ContractId} {line.DocumentId}", decimal.Round(line.Debit - line.Credit)))];
        }
    }
}
