using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Pledges.Reductions;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>What happens to contracts after their signature, as the services hear of it one after the other.</summary>
public sealed class ContractLifeTests
{
    static readonly DateOnly Day = new(2019, 2, 1);

    readonly Given given = new();

    [Fact]
    public void When_the_contracting_deadline_has_passed_what_was_not_contracted_returns_to_the_fund_and_its_donors_may_have_it()
    {
        given.Simulation.Do(given.Contracts, new SetDeadline(BegunFund.Code, DeadlineKind.Contracting, new(2018, 10, 31), new(2018, 9, 1), "BOARD/2018/5"), Given.Authoriser);
        given.Simulation.Do(given.Contracts, new PassDeadline(BegunFund.Code, DeadlineKind.Contracting), "contracts");
        given.Simulation.Do(given.Contracts, new CloseAction(BegunFund.Code, BegunFund.ActionId), "contracts");

        // Of 200.00 approved 150.00 is contracted: 50.00 of the window's 100.00 of allocation return to the pool.
        Assert.Equal((150m, 50m, 300m, 40m), (given.Action.Approved, given.Window.Allocated, given.Fund.Allocated, given.Window.Available().Amount));
        Assert.Equal("action-closed", Sign(1, new(2018, 10, 31))?.Code);
        Assert.Equal("after-contracting-deadline", Sign(1, new(2018, 11, 1))?.Code);
        // 600.00 − 284.21 = 315.79 leaves 315.79 − 15.79 = 300.00.
        var request = given.AskBack(284.21m, null);
        given.Simulation.Settle();
        Assert.Equal(ReductionState.Completed, given.Reduction(request).State);
        Assert.Equal(150m, given.Payable.Ceiling);
    }

    [Fact]
    public void A_suspension_stops_a_payment_from_the_moment_that_Disbursements_hears_of_it()
    {
        var (first, second) = (Authorised(10), Authorised(20));
        Change(ContractState.Suspended);
        Assert.Null(given.Execute(first));
        given.Simulation.Hear(given.Disbursements, given.Contracts);

        Assert.Equal("contract-suspended", given.Execute(second)?.Code);
        Assert.Equal("contract-suspended", given.Authorise(given.Verified(1))?.Code);
        Change(ContractState.Active);
        given.Simulation.Settle();

        Assert.Null(given.Execute(second));
    }

    [Fact]
    public void A_terminated_contract_pays_nothing_new_and_its_rest_can_be_released()
    {
        given.Pay(60);
        Change(ContractState.Terminated);
        given.Simulation.Settle();

        var refused = given.Simulation.Ask(given.Disbursements, new RequestPayment(
            BegunFund.Code, BegunFund.ContractId, "late", new(PaymentKind.Interim, Money.Euros(1), "INV-1", Day)), Given.Initiator);
        Assert.Equal("contract-terminated", refused?.Code);
        var request = given.AskForDecommitment(90);
        given.Simulation.Settle();
        Assert.Equal((DecommitmentState.Completed, 60m, 60m), (given.Decommitment(request).State, given.Signed.Contracted, given.Payable.Ceiling));
    }

    [Fact]
    public void An_amendment_is_paid_when_Disbursements_has_heard_of_it_and_never_above_the_action()
    {
        Assert.Equal("exceeds-action", Amend(50.01m)?.Code);
        Assert.Null(Amend(50));
        given.Receive(600);
        given.Simulation.Hear(given.Disbursements, given.Pledges);
        Assert.Equal("exceeds-contract", Request(150.01m)?.Code);

        given.Simulation.Settle();

        Assert.Equal((200m, 200m), (given.Signed.Contracted, given.Payable.Ceiling));
        given.Pay(200);
        given.Simulation.Settle();
    }

    [Fact]
    public void Recovered_money_is_no_contribution_and_can_be_paid_or_given_back()
    {
        given.Pay(100);
        given.Simulation.Do(given.Disbursements, new EstablishRecovery(
            BegunFund.Code, BegunFund.ContractId, "recovery", new(Money.Euros(40), Day, Day.AddDays(30), "Not eligible.")), Given.Initiator);
        Assert.Equal("exceeds-net-paid", given.Simulation.Ask(given.Disbursements, new EstablishRecovery(
            BegunFund.Code, BegunFund.ContractId, "recovery-2", new(Money.Euros(60.01m), Day, Day.AddDays(30), "Not eligible.")))?.Code);
        given.Simulation.Do(given.Disbursements, new CashRecovery(BegunFund.Code, "recovery", new(Money.Euros(40), Day, "bank recovery")), Given.Initiator);
        given.Simulation.Settle();

        Assert.Equal((60m, 120m, 40m), (given.Cash.Available().Amount, given.Cash.Received, given.Cash.Recovered));
        Assert.Equal((60m, 90m), (given.Payable.NetPaid().Amount, given.Payable.Open().Amount));
        var request = given.AskForDecommitment(90);
        given.Simulation.Settle();
        Assert.Equal(DecommitmentState.Completed, given.Decommitment(request).State);
    }

    [Fact]
    public void A_recovery_set_off_against_a_payment_leaves_the_bank_only_the_rest()
    {
        given.Pay(100);
        given.Simulation.Do(given.Disbursements, new EstablishRecovery(
            BegunFund.Code, BegunFund.ContractId, "recovery", new(Money.Euros(30), Day, Day.AddDays(30), "Not eligible.")), Given.Initiator);
        var payment = given.Verified(20);
        Assert.Null(given.Authorise(payment));
        Assert.Equal("exceeds-payment", Execute(payment, 20.01m)?.Code);
        Assert.Null(Execute(payment, 20));
        given.Simulation.Settle();

        // 120.00 − 100.00, and of the 20.00 nothing left the account.
        Assert.Equal((20m, 100m, 10m), (given.Cash.Balance().Amount, given.Payable.NetPaid().Amount, given.Payable.RecoveriesOpen));
    }

    [Fact]
    public void Management_costs_are_paid_within_what_the_Board_set_apart_and_their_cap_keeps_the_pool_where_it_is()
    {
        Assert.Equal("exceeds-management-cost-cap", SetApart(30.01m)?.Code);
        Assert.Null(SetApart(30));
        Assert.Equal("exceeds-management-costs", Cost("early", 1)?.Code);
        given.Simulation.Settle();

        Assert.Equal("exceeds-management-costs", Cost("much", 30.01m)?.Code);
        Assert.Null(Cost("cost", 30));
        Assert.Equal("four-eyes", given.Simulation.Ask(given.Disbursements, new AuthoriseCost(BegunFund.Code, "cost"), Given.Initiator)?.Code);
        Assert.Null(given.Simulation.Ask(given.Disbursements, new AuthoriseCost(BegunFund.Code, "cost"), Given.Authoriser));
        Assert.Null(given.Simulation.Ask(given.Disbursements, new PayCost(BegunFund.Code, "cost", Day, "bank cost"), Given.Initiator));
        var request = given.AskBack(1, null);
        given.Simulation.Settle();

        // 5 % of 599.90 is 29.995, rounded half up: so much less leaves the cap at 30.00.
        Assert.Equal((ReductionState.Rejected, 0.10m), (given.Reduction(request).State, given.Reduction(request).LargestReleasable));
        Assert.Equal((90m, 30m), (given.Cash.Balance().Amount, given.Cash.Costs));
    }

    [Fact]
    public void An_imported_contract_above_its_action_stands_and_blocks_what_would_follow()
    {
        given.Simulation.Do(given.Contracts, new SignContract(
            BegunFund.Code, BegunFund.ActionId, "history", "IOM", "History", Money.Euros(500), BegunFund.SignedOn, null, Imported: true));
        given.Simulation.Settle();

        Assert.Equal(-450m, ActionView.Of(given.Action, 0).Rac.Amount);
        Assert.Equal("exceeds-action", Sign(0.01m, BegunFund.SignedOn)?.Code);
        Assert.Equal("exceeds-action", Amend(0.01m)?.Code);
        Assert.Equal(40m, given.Window.Available().Amount);
        Assert.Equal(500m, given.Disbursements.Service.Get<PayableContract>("history").Ceiling);
    }

    [Fact]
    public void An_imported_payment_above_contract_and_cash_stands_and_blocks_what_would_follow()
    {
        given.Simulation.Do(given.Disbursements, new ImportPayment(
            BegunFund.Code, BegunFund.ContractId, "history", PaymentKind.Interim, Money.Euros(500), Day, "bank history"));
        given.Simulation.Settle();

        Assert.Equal((-380m, -350m), (given.Cash.Balance().Amount, given.Payable.Open().Amount));
        Assert.Equal("exceeds-contract", Request(0.01m)?.Code);
        Assert.Equal("insufficient-cash", AuthoriseAcross(0.01m)?.Code);
        Assert.Equal("exceeds-contract", given.Simulation.Ask(given.Contracts, new RequestDecommitment(
            BegunFund.Code, BegunFund.ContractId, "decommitment", Money.Euros(0.01m), Day, "Activities ended."))?.Code);
    }

    [Fact]
    public void A_payment_that_comes_back_after_it_was_recovered_does_not_let_more_be_decommitted_than_there_is()
    {
        var payment = given.Pay(100);
        given.Simulation.Do(given.Disbursements, new EstablishRecovery(
            BegunFund.Code, BegunFund.ContractId, "recovery", new(Money.Euros(100), Day, Day.AddDays(30), "Not eligible.")), Given.Initiator);
        given.Simulation.Do(given.Disbursements, new CashRecovery(BegunFund.Code, "recovery", new(Money.Euros(100), Day, "bank recovery")), Given.Initiator);
        given.Simulation.Do(given.Disbursements, new ReturnPayment(BegunFund.Code, payment, Day, "bank return", "The account was closed."), Given.Initiator);
        given.Simulation.Settle();
        Assert.Equal(-100m, given.Payable.NetPaid().Amount);

        Assert.Equal("exceeds-contract", given.Simulation.Ask(given.Contracts, new RequestDecommitment(
            BegunFund.Code, BegunFund.ContractId, "too-much", Money.Euros(150.01m), Day, "Activities ended."))?.Code);
        var request = given.AskForDecommitment(150);
        given.Simulation.Settle();
        Assert.Equal((DecommitmentState.Completed, 0m, 0m), (given.Decommitment(request).State, given.Signed.Contracted, given.Payable.Ceiling));
    }

    [Fact]
    public void A_decommitment_asked_before_the_payment_came_back_is_granted_up_to_the_ceiling_only()
    {
        var payment = given.Pay(100);
        given.Simulation.Do(given.Disbursements, new EstablishRecovery(
            BegunFund.Code, BegunFund.ContractId, "recovery", new(Money.Euros(100), Day, Day.AddDays(30), "Not eligible.")), Given.Initiator);
        given.Simulation.Do(given.Disbursements, new CashRecovery(BegunFund.Code, "recovery", new(Money.Euros(100), Day, "bank recovery")), Given.Initiator);
        given.Simulation.Settle();
        given.Simulation.Do(given.Disbursements, new ReturnPayment(BegunFund.Code, payment, Day, "bank return", "The account was closed."), Given.Initiator);
        var reserved = given.Verified(60);
        Assert.Null(given.Authorise(reserved));
        var request = given.AskForDecommitment(150);

        given.Simulation.Settle();

        Assert.Equal((DecommitmentState.Rejected, 90m), (given.Decommitment(request).State, given.Decommitment(request).LargestReleasable));
    }

    string Authorised(decimal amount)
    {
        var payment = given.Verified(amount);
        Assert.Null(given.Authorise(payment));
        return payment;
    }

    void Change(ContractState to) => given.Simulation.Do(given.Contracts, new ChangeContractState(BegunFund.Code, BegunFund.ContractId, to, Day, "There is a reason."));

    Refusal? Sign(decimal amount, DateOnly on) => given.Simulation.Ask(given.Contracts, new SignContract(
        BegunFund.Code, BegunFund.ActionId, given.NextId("contract"), "IOM", "More", Money.Euros(amount), on, null));

    Refusal? Amend(decimal rise) => given.Simulation.Ask(given.Contracts, new AmendContract(
        BegunFund.Code, BegunFund.ContractId, given.NextId("amendment"), Money.Euros(rise), Day, "An addendum."));

    Refusal? Request(decimal amount) => given.Simulation.Ask(given.Disbursements, new RequestPayment(
        BegunFund.Code, BegunFund.ContractId, given.NextId("payment"), new(PaymentKind.Interim, Money.Euros(amount), "INV-1", Day)), Given.Initiator);

    Refusal? AuthoriseAcross(decimal amount)
    {
        var payment = given.NextId("payment");
        given.Simulation.Do(given.Disbursements, new RequestPayment(
            BegunFund.Code, BegunFund.AcrossContractId, payment, new(PaymentKind.Interim, Money.Euros(amount), "INV-1", Day)), Given.Initiator);
        given.Simulation.Do(given.Disbursements, new VerifyPayment(BegunFund.Code, payment), Given.Verifier);
        return given.Authorise(payment);
    }

    Refusal? Execute(string payment, decimal offset) => given.Simulation.Ask(given.Disbursements, new ExecutePayment(
        BegunFund.Code, payment, Day, $"sepa {payment}", [new("recovery", Money.Euros(offset))]), Given.Initiator);

    Refusal? SetApart(decimal amount) => given.Simulation.Ask(given.Contracts, new AllocateManagementCosts(
        BegunFund.Code, given.NextId("management"), Money.Euros(amount), BegunFund.DecidedOn, "BOARD/2018/6"), Given.Authoriser);

    Refusal? Cost(string id, decimal amount) => given.Simulation.Ask(given.Disbursements, new RequestCost(
        BegunFund.Code, id, new("Auditors", Money.Euros(amount), "The year's audit", Day)), Given.Initiator);
}
