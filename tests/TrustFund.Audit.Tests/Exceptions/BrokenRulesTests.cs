using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Reconciliation;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Exceptions;

/// <summary>Facts always book; where they break a rule of the fund, the ledger tells.</summary>
public class BrokenRulesTests
{
    readonly HeardBooks books = WithWindows("SLC");

    public BrokenRulesTests()
    {
        books.Hear(Facts.Pledge("p", "DE", Eur(1000)));
        books.Hear(Facts.Certificate("p", "DE", Eur(1000), new WindowAmount("SLC", Eur(300))));
        books.Hear(Facts.Receipt("p", "DE", Eur(200)));
        books.Hear(new ResourcesAllocated(Fund, "al", "SLC", Eur(100), Facts.Start, "Board"));
        books.Hear(Facts.Action("a", "SLC", Eur(400)));
        books.Hear(Facts.Contract("k", "a", "SLC", Eur(150)));
        books.Hear(Facts.Payment("d", "k", "SLC", Eur(120)));
    }

    [Fact]
    public void Books_that_keep_the_rules_have_no_findings() => Assert.Empty(Found());

    [Fact]
    public void Imported_history_above_its_action_stands_as_an_exception()
    {
        books.Hear(Facts.Contract("k2", "a", "SLC", Eur(251)) with { Imported = true });

        Finds(ExceptionKinds.ContractedAboveApproved, "a", 1m);
    }

    [Fact]
    public void A_contract_paid_above_what_it_is_worth()
    {
        books.Hear(Facts.Payment("d2", "k", "SLC", Eur(31)));

        Finds(ExceptionKinds.PaidAboveContracted, "k", 1m);
    }

    [Fact]
    public void A_recovery_makes_room_under_a_contract_again()
    {
        books.Hear(Facts.Payment("d2", "k", "SLC", Eur(31)));
        books.Hear(new RecoveryCashed(Fund, "o", "k", "IOM", "SLC", Eur(1), Facts.Start, "bank", []));

        Assert.Empty(Found());
    }

    [Fact]
    public void A_loss_by_exchange_may_leave_a_window_with_less_than_is_approved()
    {
        books.Hear(new ExchangeDifferenceRealised(Fund, "p", "r", "DE", Eur(-10), [new WindowAmount("SLC", Eur(-4))], Facts.Start));

        Finds(ExceptionKinds.NegativeAvailability, "SLC", -4m);
    }

    [Fact]
    public void A_pool_that_shrinks_below_what_was_given_out_of_it()
    {
        books.Hear(new ManagementCostsAllocated(Fund, "m", Eur(600), Facts.Start, "Board"));
        Assert.Empty(Found());
        books.Hear(new InterestBooked(Fund, "i", Eur(-1), true, Facts.Start, "bank", null));

        Finds(ExceptionKinds.NegativeAvailability, "pool", -1m);
    }

    [Fact]
    public void A_reversed_receipt_may_leave_less_than_was_spent()
    {
        books.Hear(new ReceiptReversed(Fund, "p", "receipt", "v", "DE", Eur(200), Eur(200), Eur(0), null, null, null, Facts.Start, "bounced", null));

        Finds(ExceptionKinds.NegativeCash, "cash", -120m);
    }

    [Fact]
    public void What_is_held_unallocated_does_not_make_up_for_what_was_spent()
    {
        books.Hear(new ReceiptReversed(Fund, "p", "receipt", "v", "DE", Eur(200), Eur(200), Eur(0), null, null, null, Facts.Start, "bounced", null));
        books.Hear(Facts.Receipt("p", "DE", Eur(0), Eur(500), "receipt 2"));

        Finds(ExceptionKinds.NegativeCash, "cash", -120m);
    }

    [Fact]
    public void A_certificate_above_its_pledge_shows_unless_another_currency_explains_it()
    {
        books.Hear(Facts.Pledge("q", "NO", Eur(10)) with { Original = new Money(100, Currency.Of("NOK")) });
        books.Hear(Facts.Certificate("q", "NO", Eur(11)));
        Assert.Empty(Found());

        books.Hear(new PledgeReduced(Fund, "r", "p", "DE", Eur(5), Facts.Start, "wrong"));
        Finds(ExceptionKinds.AbovePledge, "p", 5m);
    }

    [Fact]
    public void A_contract_signed_after_the_contracting_deadline()
    {
        var late = new HeardBooks();
        late.Hear(new FundEstablished(Fund, "EU Emergency Trust Fund for Africa", "EUR", 5, Day(2018, 1, 14), Day(2015, 11, 12), null));
        late.Hear(Facts.Action("a", "SLC", Eur(400)) with { ApprovedOn = Day(2017, 1, 1) });
        late.Hear(Facts.Contract("in time", "a", "SLC", Eur(1)) with { SignedOn = Day(2018, 1, 14) });
        late.Hear(Facts.Contract("k", "a", "SLC", Eur(1)) with { Imported = true });

        var finding = Assert.Single(Found(late), finding => finding.Kind == ExceptionKinds.SignedAfterDeadline);
        Assert.Equal(
            ("k", "Contract k was signed on 2018-01-15, after the contracting deadline, 2018-01-14.", null),
            (finding.Subject, finding.Detail, finding.Difference));

        // Moved later, it forgives; moved earlier afterwards, it asks nothing of what was in time.
        late.Hear(new DeadlineSet(Fund, "contracting", Day(2018, 2, 28), Day(2018, 1, 20), "Board 1"));
        Assert.DoesNotContain(Found(late), finding => finding.Kind == ExceptionKinds.SignedAfterDeadline);
        late.Hear(Facts.Contract("february", "a", "SLC", Eur(1)) with { SignedOn = Day(2018, 2, 27) });
        late.Hear(new DeadlineSet(Fund, "contracting", Day(2018, 1, 31), Day(2018, 3, 1), "Board 2"));
        Assert.DoesNotContain(Found(late), finding => finding is { Kind: ExceptionKinds.SignedAfterDeadline, Subject: "february" });
        late.Hear(Facts.Contract("march", "a", "SLC", Eur(1)) with { SignedOn = Day(2018, 3, 2) });
        Assert.Contains(Found(late), finding => finding is { Kind: ExceptionKinds.SignedAfterDeadline, Subject: "march" });
    }

    [Fact]
    public void A_deadline_of_another_kind_is_no_contracting_deadline()
    {
        books.Hear(new DeadlineSet(Fund, "implementation", Day(2017, 1, 1), Day(2016, 1, 1), "Board 1"));

        Assert.Empty(Found());
    }

    [Fact]
    public void A_contract_signed_before_its_action_was_approved()
    {
        books.Hear(Facts.Contract("k2", "a", "SLC", Eur(1)) with { SignedOn = Facts.Start });
        Assert.Empty(Found());
        books.Hear(Facts.Contract("k3", "a", "SLC", Eur(1)) with { SignedOn = Facts.Start.AddDays(-1), Imported = true });

        var finding = Assert.Single(Found());
        Assert.Equal(
            (ExceptionKinds.SignedBeforeApproval, "k3", "Contract k3 was signed on 2018-01-14, before action a was approved, on 2018-01-15."),
            (finding.Kind, finding.Subject, finding.Detail));
    }

    [Fact]
    public void Contracts_with_more_co_financing_than_their_action_may_have()
    {
        books.Hear(Facts.Action("b", "SLC", Eur(50)) with { Amount = Eur(0), Split = [], CoFinancingCeiling = Eur(30) });
        books.Hear(Facts.Contract("k2", "b", "SLC", Eur(0)) with { CoFinancing = [new("IOM", Eur(20)), new("DE", Eur(10))], Imported = true });
        Assert.Empty(Found());
        books.Hear(Facts.Contract("k3", "b", "SLC", Eur(0)) with { CoFinancing = [new("IOM", Eur(2.5m))], Imported = true });
        Finds(ExceptionKinds.CoFinancingAboveCeiling, "b", 2.5m);

        // An amendment that says nothing of it leaves it; a rider makes room.
        books.Hear(new ContractAmended(Fund, "b", "k3", "m", "SLC", Eur(0), Facts.Start, "title", Title: "Other"));
        Finds(ExceptionKinds.CoFinancingAboveCeiling, "b", 2.5m);
        books.Hear(new RiderApproved(Fund, "b", "r", Eur(0), [], false, Facts.Start, "OC 2", "more partners", Eur(32)));
        Finds(ExceptionKinds.CoFinancingAboveCeiling, "b", 0.5m);
        books.Hear(new ContractAmended(Fund, "b", "k3", "m2", "SLC", Eur(0), Facts.Start, "less", CoFinancing: [new("IOM", Eur(2))]));
        Assert.Empty(Found());
    }

    [Fact]
    public void Co_financing_under_an_action_that_may_have_none()
    {
        books.Hear(Facts.Contract("k2", "a", "SLC", Eur(1)) with { CoFinancing = [new("IOM", Eur(7))], Imported = true });

        Finds(ExceptionKinds.CoFinancingAboveCeiling, "a", 7m);
    }

    [Fact]
    public void A_payment_after_the_payment_deadline_until_it_comes_back()
    {
        books.Hear(new DeadlineSet(Fund, "payment", Day(2018, 1, 20), Day(2016, 1, 1), "Board 1"));
        books.Hear(Facts.Payment("d2", "k", "SLC", Eur(10)) with { PaidOn = Day(2018, 1, 20) });
        Assert.Empty(Found());
        books.Hear(new PaymentRequested(Fund, "d3", "k", "IOM", "interim", Eur(12), "invoice 3", Facts.Start, null));
        books.Hear(new PaymentExecuted(Fund, "d3", "k", "IOM", "SLC", Eur(12), Day(2018, 1, 21), "bank 3"));
        Finds(ExceptionKinds.PaidAfterDeadline, "d3", 12m);

        books.Hear(new PaymentReturned(Fund, "d3", "k", "IOM", "SLC", Eur(12), Day(2018, 1, 25), "closed account", "bank 4", []));
        Assert.Empty(Found());
        Assert.Equal("interim", books.Service.Get<PaymentFacts>("d3").Kind);
    }

    [Fact]
    public void Management_costs_and_bank_charges_above_what_was_allocated_to_both()
    {
        books.Hear(new ManagementCostsAllocated(Fund, "m", Eur(8), Facts.Start, "Board"));
        books.Hear(new CostPaid(Fund, "c", "management", Eur(5), Facts.Start, "bank 5", []));
        books.Hear(new CostPaid(Fund, "charge", "bank-charge", Eur(3), Facts.Start, "bank 6", []));
        Assert.Empty(Found());
        books.Hear(new CostPaid(Fund, "charge 2", "bank-charge", Eur(0.01m), Facts.Start, "bank 7", []));

        Finds(ExceptionKinds.ManagementCostsAboveAllocation, "management-costs", 0.01m);
        Assert.Equal("5.00 EUR of management costs is paid and 3.01 EUR taken by the bank, of 8.00 EUR allocated to both.", Assert.Single(Found()).Detail);
    }

    [Fact]
    public void A_charge_of_the_bank_that_is_reversed_is_within_the_allocation_again()
    {
        books.Hear(new CostPaid(Fund, "charge", "bank-charge", Eur(3), Facts.Start, "bank 6", []));
        Finds(ExceptionKinds.ManagementCostsAboveAllocation, "management-costs", 3m);

        books.Hear(new CostReversed(Fund, "charge", "bank-charge", Eur(3), Facts.Start, "wrong", []));

        Assert.Empty(Found());
    }

    [Fact]
    public void An_allocation_to_management_that_is_reversed_allows_no_costs_any_more()
    {
        books.Hear(new ManagementCostsAllocated(Fund, "m", Eur(8), Facts.Start, "Board"));
        books.Hear(new ManagementCostsAllocated(Fund, "m2", Eur(2), Facts.Start, "Board"));
        books.Hear(new CostPaid(Fund, "c", "management", Eur(5), Facts.Start, "bank 5", []));
        // Until it is completed, what Disbursements has released is allocated still.
        books.Hear(new ManagementCostReversalRequested(Fund, "m", Eur(8), Facts.Start, "another fund's"));
        books.Hear(new ManagementCostsReleased(Fund, "m", Eur(8)));
        Assert.Empty(Found());

        books.Hear(new ManagementCostAllocationReversed(Fund, "m", Eur(8), Facts.Start, "another fund's"));

        Finds(ExceptionKinds.ManagementCostsAboveAllocation, "management-costs", 3m);
    }

    [Fact]
    public void Published_numbers_are_counted_in_the_ledger()
    {
        books.Hear(Facts.Action("b", Eur(20), true, null, new WindowAmount("SLC", Eur(20))) with { Programmes = 9 });
        books.Hear(Facts.Contract("k2", "b", null, Eur(5)));
        books.Hear(Facts.Payment("d2", "k2", null, Eur(2)));
        books.Hear(Facts.Payment("d3", "k", "SLC", Eur(1)));
        books.Hear(new PaymentReturned(Fund, "d3", "k", "IOM", "SLC", Eur(1), Facts.Start, "closed account", "bank 9", []));

        Assert.Equal((2, 10, 2, 2), Counted(null));
        Assert.Equal((1, 1, 1, 1), Counted("SLC"));
        Assert.Equal((1, 9, 1, 1), Counted("*"));
        Assert.Equal(ComparisonState.Agrees, Compare("programmes", 10, "count", Qualifier.Exact, 0));
        Assert.Equal(ComparisonState.Differs, Compare("programmes", 11, "count", Qualifier.Exact, 0));
        Assert.Equal(ComparisonState.Agrees, Compare("contracts", 1, "count", Qualifier.Over, 0));
        var compared = FigureComparison.Of(Figure("payments", 3, "count", Qualifier.Exact, 0), books.FundFacts, books.Kept(), books.All<ActionFacts>(), provisional: false);
        Assert.Equal((2L, null, "3"), (compared.Count!.Value, compared.Ledger, compared.Other));
        Assert.Equal("The ledger has 2; published was 3 (A figure, a factsheet).", Findings(compared).Detail);

        (int Actions, int Programmes, int Contracts, int Payments) Counted(string? window) => (Count("actions", window), Count("programmes", window), Count("contracts", window), Count("payments", window));

        int Count(string measure, string? window) => (int)Figures.Measures.Of(books.Kept(), books.All<ActionFacts>(), measure, window);

        Finding Findings(Comparison figure) => Assert.Single(new Looked(books.FundFacts, [], null, null, new(Fund, [], new Dictionary<string, long>()), []).Findings([figure]));
    }

    [Fact]
    public void Published_figures_are_compared_as_intervals()
    {
        Assert.Equal(ComparisonState.Agrees, Compare("pledged", 1m, "k EUR", Qualifier.Exact, 0));
        Assert.Equal(ComparisonState.Differs, Compare("pledged", 1.1m, "k EUR", Qualifier.Exact, 1));
        Assert.Equal(ComparisonState.Agrees, Compare("pledged", 999, "EUR", Qualifier.Over, 0));
        Assert.Equal(ComparisonState.Agrees, Compare("paid", 125, "EUR", Qualifier.Almost, 0));
        Assert.Equal(ComparisonState.Differs, Compare("paid", 100, "EUR", Qualifier.UpTo, 0));
        Assert.Equal(ComparisonState.Agrees, Compare("outstanding", 0.8m, "k EUR", Qualifier.About, 1));
        Assert.Equal(ComparisonState.NotComparable, FigureComparison.Of(Figure("paid", 1, "EUR", Qualifier.Exact, 0), books.FundFacts, books.Kept(), [], provisional: true).State);
    }

    ComparisonState Compare(string measure, decimal value, string unit, Qualifier qualifier, int decimals) =>
        FigureComparison.Of(Figure(measure, value, unit, qualifier, decimals), books.FundFacts, books.Kept(), books.All<ActionFacts>(), provisional: false).State;

    static Figures.FigureFacts Figure(string measure, decimal value, string unit, Qualifier qualifier, int decimals) => new()
    {
        Id = "f",
        Fund = Fund,
        Name = "A figure",
        Measure = measure,
        Value = value,
        Unit = unit,
        Qualifier = qualifier,
        Decimals = decimals,
        AsOf = Facts.Start,
        Publication = "a factsheet",
    };

    List<Finding> Found() => Found(books);

    static List<Finding> Found(HeardBooks books) => [.. BrokenRules.Of(
        books.FundFacts,
        books.Kept(),
        books.Kept("action"),
        books.Kept("contract"),
        books.Kept("pledge"),
        new(books.All<PledgeFacts>(), books.All<ActionFacts>(), books.All<ContractFacts>(), books.All<DeadlineFacts>(), books.All<PaymentFacts>()))];

    void Finds(string kind, string subject, decimal difference)
    {
        var finding = Assert.Single(Found());
        Assert.Equal((kind, subject, difference), (finding.Kind, finding.Subject, finding.Difference!.Value.Amount));
    }
}
