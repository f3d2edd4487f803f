using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Imports;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Tests.Imports;

/// <summary>Of rows without a reference of the bank, each receipt that is booked accounts for one at most, however rows are worded and ordered.</summary>
public sealed class RecognitionTests
{
    const string Days = "donor_name,receipt_currency,receipt_amount,receipt_date,sub_account\n";
    const string Quarters = "donor_name,receipt_currency,receipt_amount,receipt_quarter,calendar_year,sub_account\n";

    readonly Given given = new();

    [Fact]
    public void Two_receipts_of_a_donor_are_two_though_one_row_has_its_name_and_one_its_code()
    {
        given.Pledged(1_000, certified: 1_000);

        Assert.Empty(Import($"{Quarters}Germany,EUR,100.00,Q1,2017,\nDE,EUR,100.00,Q1,2017,\n"));
        Assert.Equal((200m, 2, 0), (given.Totals.Received, Received().Count(), given.Service.PassedOver.Count));

        Assert.Empty(Import($"{Quarters}de,EUR,100,Q1,2017,\n germany ,EUR,100.0,2017-Q1,,\nDE,EUR,100.00,Q1,2017,\n"));
        Assert.Equal((300m, 2), (given.Totals.Received, given.Service.PassedOver.Count));
    }

    [Fact]
    public void A_row_for_one_window_is_not_the_receipt_of_another()
    {
        var (north, horn) = (given.Pledged(1_000), given.Pledged(1_000));
        given.Service.Accept(given.Certify(north, 1_000, ("NOA", 1_000)));
        given.Service.Accept(given.Certify(horn, 1_000, ("HOA", 1_000)));
        Assert.Empty(Import($"{Quarters}DE,EUR,200.00,Q1,2017,NOA\n"));

        Assert.Empty(Import($"{Quarters}DE,EUR,200.00,Q1,2017,HOA\nDE,EUR,200.00,Q1,2017,NOA\n"));

        Assert.Equal([north, horn], Received().Select(fact => fact.PledgeId));
        Assert.Equal(3, Assert.Single(given.Service.PassedOver).Row);
        Assert.Equal((200m, 200m), (given.Pledge(north).Received, given.Pledge(horn).Received));
    }

    [Fact]
    public void The_same_amount_twice_in_a_quarter_is_known_again_by_its_days_in_any_order_and_in_part()
    {
        given.Pledged(1_000, certified: 1_000);
        Assert.Empty(Import($"{Days}DE,EUR,50.00,2017-04-15,\nDE,EUR,50.00,2017-05-15,\n"));

        Assert.Empty(Import($"{Days}DE,EUR,50.00,2017-05-15,\nDE,EUR,50.00,2017-04-15,\n"));
        Assert.Equal(2, given.Service.PassedOver.Count);
        Assert.Empty(Import($"{Days}DE,EUR,50.00,2017-05-15,\n"));
        Assert.Empty(Import($"{Quarters}DE,EUR,50.00,Q2,2017,\nDE,EUR,50.00,Q2,2017,\n"));
        Assert.Equal((100m, 2), (given.Totals.Received, Received().Count()));

        Assert.Empty(Import($"{Days}DE,EUR,50.00,2017-05-20,\nDE,EUR,50.00,2017-05-15,\nDE,EUR,50.00,2017-04-15,\n"));
        Assert.Equal((150m, new DateOnly(2017, 5, 20)), (given.Totals.Received, Received().Last().ReceivedOn));
    }

    [Fact]
    public void What_is_booked_while_its_quarter_lasts_is_known_again_when_its_day_is_told()
    {
        given.Pledged(1_000, certified: 1_000);
        given.Service.Wait(days: 19);
        Assert.Empty(Import($"{Quarters}DE,EUR,70.00,Q1,2026,\n"));
        Assert.Equal(new DateOnly(2026, 1, 20), Received().Single().ReceivedOn);

        given.Service.Wait(days: 10);
        Assert.Empty(Import($"{Quarters}DE,EUR,70.00,Q1,2026,\n"));
        Assert.Empty(Import($"{Days}DE,EUR,70.00,2026-01-10,\n"));
        Assert.Equal((70m, 1), (given.Totals.Received, given.Service.PassedOver.Count));

        // It came later than what was booked: a person tells whether it is that.
        Assert.Equal([(2, "receipt_date")], Import($"{Days}DE,EUR,70.00,2026-01-25,\n").Select(problem => (problem.Row, problem.Column!)));
    }

    [Fact]
    public void A_row_with_the_right_day_is_booked_when_that_with_the_wrong_one_was_reversed()
    {
        var pledge = given.Pledged(1_000, certified: 1_000);
        Assert.Empty(Import($"{Days}DE,EUR,70.00,2017-04-15,\n"));
        var wrong = Received().Single();
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, wrong.BankReference, given.NextGuid(), new(2017, 5, 1), "It came in May.", null));

        Assert.Empty(Import($"{Days}DE,EUR,70.00,2017-05-15,\n"));
        Assert.Equal((70m, 2), (given.Totals.Received, Received().Count()));

        Assert.Empty(Import($"{Days}DE,EUR,70.00,2017-04-15,\nDE,EUR,70.00,2017-05-15,\n"));
        Assert.Equal((70m, 2), (given.Totals.Received, given.Service.PassedOver.Count));
    }

    [Fact]
    public void What_an_earlier_version_made_a_reference_of_is_known_by_it()
    {
        var pledge = given.Pledged(1_000, certified: 1_000);
        given.Service.Accept(Given.Receive(pledge, 111, "FIF-A8451D9E527DAF4B5EF4874081BF4079") with { ReceivedOn = new(2017, 3, 31) });

        Assert.Empty(Import($"{Quarters}Germany,EUR,111.00,Q1,2017,\n"));

        Assert.Equal((111m, 1), (given.Totals.Received, given.Service.PassedOver.Count));
    }

    [Theory]
    [InlineData("fx_rate,fx_date", "10.00,2027-01-01", "fx_date")]
    [InlineData("fx_rate,fx_date", "0,2017-03-01", "fx_rate")]
    public void A_rate_is_told_in_the_column_that_is_wrong(string columns, string cells, string column)
    {
        given.PledgedInCrowns(1_000, 1_000, 10);

        var problem = Assert.Single(Import($"donor_name,receipt_currency,receipt_amount,receipt_date,fx_source,{columns}\nNO,NOK,10.00,2017-03-10,InforEuro,{cells}\n"));

        Assert.Equal((2, column), (problem.Row, problem.Column));
    }

    IReadOnlyList<ImportProblem> Import(string file) => given.Service.Import(new ReceiptRows(), Given.Fund, file);

    IEnumerable<ContributionReceived> Received() => given.Service.Journal.Select(recorded => recorded.Event).OfType<ContributionReceived>();
}
