using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Payments;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Contracts.Tests.Payments;

public sealed class PaymentChangeTests
{
    [Fact]
    public void Net_paid_is_what_was_paid_less_what_was_reversed_returned_and_recovered()
    {
        var scene = Signed(out var contract);
        scene.Pay(contract, 50m);
        scene.Disbursements(new PaymentImported(Scene.Fund, "p-2", contract, Scene.Iom, "HOA", "interim", Money.Euros(20m), Scene.Day, "BANK/2", []));
        scene.Disbursements(new PaymentReversed(Scene.Fund, "p-2", contract, Scene.Iom, "HOA", Money.Euros(20m), Scene.Day, "Wrong contract", []));
        scene.Disbursements(new PaymentImported(Scene.Fund, "p-3", contract, Scene.Iom, "HOA", "interim", Money.Euros(15m), Scene.Day, "BANK/3", []));
        scene.Disbursements(new PaymentReturned(Scene.Fund, "p-3", contract, Scene.Iom, "HOA", Money.Euros(15m), Scene.Day, "Account closed", "BANK/4", []));
        scene.Disbursements(new RecoveryCashed(Scene.Fund, "r-1", contract, Scene.Iom, "HOA", Money.Euros(8m), Scene.Day, "BANK/5", []));
        scene.Disbursements(new RecoveryOffset(Scene.Fund, "r-2", contract, Scene.Iom, "HOA", Money.Euros(5m), "p-4", Scene.Day, []));
        Assert.Equal((37m, 13m), (scene.Paid(contract), scene.Service.Get<ContractPayments>(contract).Recovered));

        scene.Disbursements(new RecoveryOffsetReversed(Scene.Fund, "r-2", contract, Scene.Iom, "HOA", Money.Euros(5m), "p-4", Scene.Day, []));

        var view = ContractView.Of(scene.Contract(contract), scene.Paid(contract), scene.Service.Get<ContractPayments>(contract).Recovered);
        Assert.Equal((42m, 8m, 58m), (view.Paid.Amount, view.Recovered.Amount, view.Ral.Amount));
        Assert.Equal((42m, 58m), (scene.FundBalances.Total.Paid.Amount, scene.FundBalances.Total.Ral.Amount));
    }

    [Fact]
    public void Money_of_a_recovery_that_was_booked_by_mistake_is_paid_again()
    {
        var scene = Signed(out var contract);
        scene.Pay(contract, 50m);
        scene.Disbursements(new RecoveryCashed(Scene.Fund, "r-1", contract, Scene.Iom, "HOA", Money.Euros(8m), Scene.Day, "BANK/5", [], "c-1"));
        Assert.Equal((42m, 42m), (scene.Paid(contract), scene.FundBalances.Total.Paid.Amount));

        scene.Disbursements(new RecoveryCashReversed(Scene.Fund, "r-1", contract, Scene.Iom, "HOA", Money.Euros(8m), Scene.Day, "Another partner's", [], "c-1"));

        Assert.Equal((50m, 0m), (scene.Paid(contract), scene.Service.Get<ContractPayments>(contract).Recovered));
        Assert.Equal((50m, 50m), (scene.FundBalances.Total.Paid.Amount, scene.FundBalances.Total.Ral.Amount));
        scene.Service.AssertRefused(scene.Request(contract, 50.01m), 422, "exceeds-contract", "amount");
    }

    [Fact]
    public void A_decommitment_is_at_most_what_is_contracted_less_net_paid()
    {
        var scene = Signed(out var contract);
        scene.Pay(contract, 50m);
        scene.Service.AssertRefused(scene.Request(contract, 58m), 422, "exceeds-contract", "amount");

        scene.Disbursements(new RecoveryCashed(Scene.Fund, "r-1", contract, Scene.Iom, "HOA", Money.Euros(8m), Scene.Day, "BANK/5", []));

        Assert.Null(scene.Service.Execute(scene.Request(contract, 58m)));
    }

    /// <summary>A contract of 10,000 reduced by 2,000 is two transactions, 10,000 and −2,000: net 8,000.</summary>
    [Fact]
    public void A_contract_of_10000_reduced_by_2000_is_two_transactions_of_net_8000()
    {
        var scene = Signed(out var contract, 10_000m);

        scene.Grant(scene.Ask(contract, 2_000m));

        var commitments = scene.Service.Journal.Select(entry => entry.Event switch
        {
            TrustFund.Events.Contracts.V1.ContractSigned signed => signed.Amount.Amount,
            TrustFund.Events.Contracts.V1.ContractDecommitted decommitted => -decommitted.Amount.Amount,
            _ => 0m,
        }).Where(amount => amount != 0);
        Assert.Equal([10_000m, -2_000m], commitments);
        Assert.Equal((10_000m, 8_000m), (scene.Contract(contract).Original, scene.Contract(contract).Contracted));
    }

    static Scene Signed(out string contract, decimal amount = 100m)
    {
        var scene = new Scene();
        scene.Certify(amount, ("HOA", amount));
        contract = scene.Sign(scene.Approve("HOA", amount), amount);
        return scene;
    }
}
