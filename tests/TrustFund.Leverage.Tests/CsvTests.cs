using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage.Tests;

public class CsvTests
{
    [Fact]
    public void The_three_figures_are_three_rows()
    {
        var table = ReadMobilisation.Table(Solar.After(Solar.Expected, Solar.Signed).Mobilisation());

        Assert.Equal([Measure.Expected, Measure.Signed, Measure.Disbursed], table.Rows.Select(row => row[1]));
        Assert.Equal(
            "EIP,signed,headline,EUR,1,900000000.00,100000000.00,300000000.00,500000000.00,0.00,500000000.00,4100000000.00,0.2195,0.1220,300000000.00,3.0000,1.6667",
            Lines(table)[2]);
    }

    [Fact]
    public void The_instruments_add_up_to_the_input()
    {
        var view = Eip.Published().Books().Leverage(Basis.Cash);

        Assert.Equal(
            [
                "fund,basis,instrument,window,currency,input,mobilised,ratio,qualifier,reason,certified,unclaimed,operations,operationsExpected,leftToTarget",
                "EIP,cash,BLENDING,BLENDING,EUR,2600000000.00,,,,,,,,,",
                "EIP,cash,GUARANTEE,GUARANTEE,EUR,750000000.00,,,,,,,,,",
                "EIP,cash,total,,EUR,3350000000.00,44000000000.00,13.1343,exact,,4100000000.00,0.00,0,0.00,44000000000.00",
            ],
            Lines(LeverageTable.Of(view)));
        Assert.Equal(
            [view.Certified, view.Unclaimed, view.Operations.Count, view.Operations.ExpectedMobilised, view.Operations.LeftToTarget],
            LeverageTable.Of(view).Rows.Last().Skip(10));
    }

    [Fact]
    public void A_scenario_is_the_actual_and_what_is_supposed_together()
    {
        var actual = Eip.Published().Books().Leverage(Basis.Headline);

        Assert.Equal(
            [
                "fund,basis,line,of,currency,input,mobilised,ratio,reason",
                "EIP,headline,actual,,EUR,4100000000.00,44000000000.00,10.7317,",
                "EIP,headline,supposed,others,EUR,4100000000.00,44000000000.00,10.7317,",
                "EIP,headline,scenario,,EUR,8200000000.00,88000000000.00,10.7317,",
            ],
            Lines(ScenarioTable.Of(MatchedScenario.Of(actual, 1m))));
        Assert.Equal(
            [
                "EIP,headline,actual,,EUR,4100000000.00,44000000000.00,10.7317,",
                "EIP,headline,supposed,DE,EUR,410000000.00,4400000000.00,,",
                "EIP,headline,scenario,,EUR,4510000000.00,48400000000.00,10.7317,",
            ],
            Lines(ScenarioTable.Of(DonorsScenario.Of(actual, ScenarioQuery.Of("donor", ["DE:410000000.00"], withRatio: false))))[1..]);
        Assert.Equal(
            [
                "EIP,headline,actual,,EUR,4100000000.00,44000000000.00,10.7317,",
                "EIP,headline,supposed,GUARANTEE,EUR,100000000.00,1150000000.00,11.5,",
                "EIP,headline,scenario,,EUR,4200000000.00,45150000000.00,10.7500,",
            ],
            Lines(ScenarioTable.Of(InstrumentsScenario.Of(Eip.Published().Books(), Basis.Headline, ScenarioQuery.Of("instrument", ["GUARANTEE:100000000.00:11.5"], withRatio: true))))[1..]);
    }

    static string[] Lines(CsvTable table) => table.ToString().Split("\r\n")[..^1];
}
