using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Imports;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal.Imports;

namespace TrustFund.Contracts.Tests.Imports;

public sealed class ImportTests
{
    const string Actions = """
        reference,title,window,split,amount,currency,approved_on,co_financing_ceiling,theme,programmes,qualifier,note
        A-1,Stability,HOA,,100.00,EUR,2018-06-01,50.00,Return,3,over,published
        A-2,Research,,HOA=30.00|slc=10.00,40.00,EUR,2018-06-02,,,,,

        """;

    const string Contracts = """
        action,reference,partner,title,amount,currency,signed_on,starts_on,ends_on,countries,theme,sector,co_financing
        A-1,C-1,iom,Return,130.00,EUR,2021-06-01,2018-07-01,2022-06-30,NE=60.5|ml=39.5,,15190,Agence = française=40.00
        a-2,C-2,IOM,Research,5.00,EUR,2018-06-03,,,,,,

        """;

    [Fact]
    public void Actions_are_approved_and_contracts_booked_as_facts_all_or_none()
    {
        var scene = Certified();

        Assert.Empty(scene.Service.Import(new ActionFile(), Scene.Fund, Actions));
        Assert.Empty(scene.Service.Import(new ContractFile(), Scene.Fund, Contracts));

        var action = scene.Service.All.OfType<FundAction>().Single(kept => kept.Reference == "A-1");
        Assert.Equal((100m, 50m, 3, Qualifier.Over, "Return"), (action.Approved, action.CoFinancingCeiling, action.Programmes, action.Qualifier, action.Theme));
        // More than the action, after the deadline: history is a fact.
        Assert.Equal((130m, 40m), (action.Contracted, action.CoFinanced));
        var contract = scene.Service.All.OfType<Contract>().Single(kept => kept.Reference == "C-1");
        Assert.Equal([new CountryPart("NE", 60.5m), new CountryPart("ML", 39.5m)], contract.Countries);
        Assert.Equal([new CoFinancingPart("Agence = française", 40m)], contract.CoFinancing);
        Assert.Equal(("Return", "15190", true), (contract.Theme, contract.Sector, contract.Imported));
        Assert.True(scene.Service.All.OfType<FundAction>().Single(kept => kept.Reference == "A-2").IsCrossWindow());
        var file = Assert.IsType<FileImported>(scene.Service.Journal[^1].Event);
        Assert.Equal(("contracts", 2), (file.Kind, file.Rows));
    }

    [Fact]
    public void The_same_file_twice_changes_nothing()
    {
        var scene = Certified();
        scene.Service.Import(new ActionFile(), Scene.Fund, Actions);
        var before = scene.Service.Journal.Count;

        Assert.Empty(scene.Service.Import(new ActionFile(), Scene.Fund, Actions));

        Assert.Equal(before, scene.Service.Journal.Count);
    }

    [Fact]
    public void Problems_of_actions_are_told_by_row_and_column_and_nothing_is_recorded()
    {
        var scene = Certified();
        var before = scene.Service.Journal.Count;

        var problems = scene.Service.Import(new ActionFile(), Scene.Fund, """
            reference,title,window,split,amount,currency,approved_on,programmes,qualifier
            A-1,Stability,HOA,,200.01,EUR,2018-06-01,,
            A-2,Stability,OTHER,,1.00,EUR,2018-06-01,,
            A-3,Research,,HOA=1.00|NOA,2.00,EUR,2018-06-01,,
            A-4,Both,HOA,HOA=1.00|NOA=1.00,2.00,EUR,2018-06-01,,
            A-5,Half,HOA,,1.00,EUR,2018-06-01,1.5,roughly
            A-6,Mismatch,,HOA=1.00|NOA=1.00,2.01,EUR,2018-06-01,,

            """);

        Assert.Equal(
            [(2, "amount"), (3, "window"), (4, "split"), (5, "window"), (6, "programmes"), (6, "qualifier"), (7, "split"), (7, "split")],
            problems.Select(problem => (problem.Row, problem.Column)).OrderBy(problem => problem.Row).ThenBy(problem => problem.Column, StringComparer.Ordinal));
        Assert.Equal(before, scene.Service.Journal.Count);
    }

    [Fact]
    public void Problems_of_contracts_are_told_by_row_and_column()
    {
        var scene = Certified();
        scene.Service.Import(new ActionFile(), Scene.Fund, Actions);

        var problems = scene.Service.Import(new ContractFile(), Scene.Fund, """
            action,reference,partner,title,amount,currency,signed_on,countries,sector,co_financing
            A-9,C-1,IOM,Return,1.00,EUR,2018-06-01,,,
            A-1,C-2,GIZ,Return,1.00,EUR,2018-06-01,,,
            A-1,C-3,IOM,Return,1.00,EUR,2018-06-01,NE=60,,
            A-1,C-4,IOM,Return,1.00,EUR,2018-06-01,ZZ=100,15,AFD=1.001
            A-1,C-5,IOM,Return,1.00,USD,2018-06-01,,,
            A-1,C-6,IOM,Return,1.00,EUR,2018-06-01,,,
            A-1,c-6,IOM,Return,1.00,EUR,2018-06-01,,,

            """);

        Assert.Equal(
            [(2, "action"), (3, "partner"), (4, "countries"), (5, "co_financing"), (5, "countries"), (5, "sector"), (6, "amount"), (8, "reference")],
            problems.Select(problem => (problem.Row, problem.Column)).OrderBy(problem => problem.Row).ThenBy(problem => problem.Column, StringComparer.Ordinal));
        Assert.Equal(new ImportProblem(2, "action", "EUTF-AFRICA has no action 'A-9'."), problems.Single(problem => problem.Row == 2));
        Assert.Empty(scene.Service.All.OfType<Contract>());
    }

    [Fact]
    public void Every_rule_that_a_row_breaks_is_told_and_each_cell_that_cannot_be_read_once()
    {
        var scene = Certified();
        scene.Service.Import(new ActionFile(), Scene.Fund, Actions);

        var actions = scene.Service.Import(new ActionFile(), Scene.Fund, """
            reference,title,window,split,amount,currency,approved_on,co_financing_ceiling,programmes
            a-1,Stability,HOA,,100.01,EUR,2031-06-01,-1.00,x
            A-3,Both,,OTHER=30.00|HOA=0.00|HOA=500.00,1.00,EUR,2018-06-01,,
            A-1,Both,,HOA=1.001,x,eur,2018-06-01,1.00,1

            """);
        var contracts = scene.Service.Import(new ContractFile(), Scene.Fund, """
            action,reference,partner,title,amount,currency,signed_on,starts_on,ends_on,countries,sector,co_financing
            A-9,C-1,GIZ,Return,0.00,EUR,2031-06-01,2018-07-01,2018-06-30,NE=60|NE=50|ML=0,1,AFD=1.00|afd=0.00
            A-9,C-1,GIZ,Return,5.001,EUR,x,2018-07-01,y,NE=60,,AFD=1.00
            A-1,C-3,IOM,Return,5.00,EUR,2018-06-01,,,NE=0|ML=0|TD=100,,

            """);

        Assert.Equal(
            [(2, "programmes"), (2, "approved_on"), (2, "co_financing_ceiling"), (2, "reference"), (2, "amount"), (3, "split"), (3, "split"), (3, "split"), (3, "split"), (4, "amount"), (4, "currency"), (4, "reference")],
            actions.Select(problem => (problem.Row, problem.Column!)));
        Assert.Equal(
            [
                "0.00 EUR is not greater than zero.",
                "Window 'HOA' is in the split already: give each window once.",
                "EUTF-AFRICA has no window 'OTHER'.",
                "500.00 EUR is more than the 70.00 EUR that window HOA has available: 200.00 EUR earmarked and 0.00 EUR allocated, less 130.00 EUR approved.",
            ],
            actions.Where(problem => problem.Row == 3).Select(problem => problem.Message));
        Assert.Equal(
            [(2, "sector"), (2, "action"), (2, "partner"), (2, "amount"), (2, "signed_on"), (2, "ends_on"), (2, "countries"), (2, "countries"), (2, "co_financing"), (2, "co_financing"), (3, "amount"), (3, "signed_on"), (3, "ends_on"), (3, "action"), (3, "partner"), (3, "countries"), (3, "reference"), (4, "countries")],
            contracts.Select(problem => (problem.Row, problem.Column!)));
        Assert.Empty(scene.Service.All.OfType<Contract>());
    }

    [Fact]
    public void The_sign_of_an_amount_and_a_reference_of_a_wrong_row_are_told()
    {
        var scene = Certified();
        scene.Service.Import(new ActionFile(), Scene.Fund, Actions);

        var actions = scene.Service.Import(new ActionFile(), Scene.Fund, """
            reference,title,window,amount,currency,approved_on,co_financing_ceiling
            A-3,Stability,HOA,-1.001,EUR,2018-06-01,0.000
            a-3,Stability,HOA,1.00,EUR,2018-06-01,
            A-4,Stability,HOA,0.00,NOK,2018-06-01,

            """);
        var contracts = scene.Service.Import(new ContractFile(), Scene.Fund, """
            action,reference,partner,title,amount,currency,signed_on
            A-1,C-1,IOM,Return,-1.001,EUR,2018-06-01
            A-1,c-1,IOM,Return,1.00,EUR,2018-06-01

            """);

        Assert.Equal(
            [
                new(2, "amount", "-1.001 has more decimals than the 2 of EUR."),
                new(2, "co_financing_ceiling", "0.000 has more decimals than the 2 of EUR."),
                new(2, "amount", "-1.001 is not above zero, and must be."),
                new(2, "co_financing_ceiling", "0.000 is not above zero, and must be."),
                new(3, "reference", "'a-3' stands in row 2 already, and may stand in one row only."),
                new(4, "amount", "0.00 NOK is not in EUR, in which the books of EUTF-AFRICA are kept."),
                new(4, "amount", "0.00 NOK is not greater than zero."),
            ],
            actions);
        Assert.Equal(
            [
                new(2, "amount", "-1.001 has more decimals than the 2 of EUR."),
                new(2, "amount", "-1.001 is not above zero, and must be."),
                new(3, "reference", "'c-1' stands in row 2 already, and may stand in one row only."),
            ],
            contracts);
        Assert.Empty(scene.Service.All.OfType<Contract>());
    }

    [Fact]
    public void A_contract_that_breaks_several_rules_is_refused_for_all_of_them()
    {
        var scene = Certified();
        var action = scene.Approve("HOA", 10m);

        var refusal = scene.Service.Execute(new SignContract(
            Scene.Fund, action, "contract", "GIZ", "Return", scene.Amount(11m), Scene.Deadline.AddDays(1), null, [new("AFD", scene.Amount(1m))], [new("NE", 99m)]));

        Assert.Equal(
            [("unknown-partner", "partner"), ("after-contracting-deadline", "signedOn"), ("exceeds-action", "amount"), ("shares-mismatch", "countries"), ("exceeds-co-financing", "coFinancing")],
            refusal!.Each().Select(each => (each.Code, each.Field!)));
    }

    [Fact]
    public void A_fund_that_does_not_exist_is_one_problem()
    {
        Assert.Equal([new(1, null, "There is no fund 'NOWHERE'.")], Certified().Service.Import(new ActionFile(), "NOWHERE", Actions));
        Assert.Equal([new(1, null, "There is no fund 'NOWHERE'.")], Certified().Service.Import(new ContractFile(), "NOWHERE", Contracts));
    }

    [Fact]
    public void An_action_may_be_named_by_its_id()
    {
        var scene = Certified();
        var action = scene.Approve("HOA", 10m);

        Assert.Empty(scene.Service.Import(new ContractFile(), Scene.Fund, $"""
            action,reference,partner,title,amount,currency,signed_on
            {action.ToUpperInvariant()},C-1,IOM,Return,1.00,EUR,2018-06-01

            """));
        Assert.Equal(1m, scene.Action(action).Contracted);
    }

    static Scene Certified()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m), ("SLC", 100m));
        return scene;
    }
}
