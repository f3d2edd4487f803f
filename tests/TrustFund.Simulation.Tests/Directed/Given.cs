using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Decommitments;
using TrustFund.Disbursements.Payments;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Simulation.Tests.Bus;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>
/// The begun fund with everything heard by everybody, and short ways to act on it. Its window HOA has 40.00 to approve, its contract 150.00
/// to pay, the fund 120.00 of cash and 220.00 to allocate.
/// </summary>
sealed class Given
{
    public const string Initiator = "fiona";
    public const string Verifier = "vera";
    public const string Authoriser = "arthur";

    static readonly DateOnly Day = new(2019, 2, 1);

    int made;

    public Given()
    {
        Simulation.Settle();
    }

    public Simulation Simulation { get; } = new();

    public World World => Simulation.World;

    public Node Pledges => World.Pledges;

    public Node Contracts => World.Contracts;

    public Node Disbursements => World.Disbursements;

    public Pledge Pledge => Pledges.Service.Get<Pledge>(BegunFund.PledgeId);

    public SpendingWindow Window => Contracts.Service.Get<SpendingWindow>(SpendingWindow.KeyOf(BegunFund.Code, "HOA"));

    public SignedContract Signed => Contracts.Service.Get<SignedContract>(BegunFund.ContractId);

    public PayableContract Payable => Disbursements.Service.Get<PayableContract>(BegunFund.ContractId);

    public FundCash Cash => Disbursements.Service.Get<FundCash>(BegunFund.Code);

    public SpendingFund Fund => Contracts.Service.Get<SpendingFund>(BegunFund.Code);

    public FundAction Action => Contracts.Service.Get<FundAction>(BegunFund.ActionId);

    public string NextId(string kind) => $"{kind}-{++made}";

    public Refusal? Approve(decimal amount, string window = "HOA") => Simulation.Ask(Contracts, new ApproveAction(
        BegunFund.Code, NextId("action"), "Stability", Money.Euros(amount), [new(window, Money.Euros(amount))], false, BegunFund.DecidedOn, null, null), Authoriser);

    /// <summary>A donor asks back a part of its earmark for HOA, or of the pool.</summary>
    public string AskBack(decimal amount, string? window = "HOA")
    {
        var request = NextId("reduction");
        Simulation.Do(Pledges, new ReducePledge(
            BegunFund.Code, BegunFund.PledgeId, request, Money.Euros(amount), ReductionSource.Certified, window, Day, "The donor's budget was cut."));
        return request;
    }

    public Reduction Reduction(string id) => Pledges.Service.Get<Reduction>(id);

    public void Certify(decimal amount) => Simulation.Do(Pledges, new CertifyPledge(
        BegunFund.Code, BegunFund.PledgeId, NextId("certificate"), Money.Euros(amount), [], [], Day, "CC-1"));

    public void Receive(decimal amount) => Simulation.Do(Pledges, new RecordReceipt(
        BegunFund.Code, BegunFund.PledgeId, NextId("receipt"), Money.Euros(amount), Day, NextId("bank")));

    public string AskForDecommitment(decimal amount, DateOnly? on = null)
    {
        var request = NextId("decommitment");
        Simulation.Do(Contracts, new RequestDecommitment(
            BegunFund.Code, BegunFund.ContractId, request, Money.Euros(amount), on ?? Day, "Activities ended."));
        return request;
    }

    public Decommitment Decommitment(string id) => Contracts.Service.Get<Decommitment>(id);

    public string Verified(decimal amount)
    {
        var payment = NextId("payment");
        Simulation.Do(Disbursements, new RequestPayment(
            BegunFund.Code, BegunFund.ContractId, payment, new(PaymentKind.Interim, Money.Euros(amount), "INV-1", Day)), Initiator);
        Simulation.Do(Disbursements, new VerifyPayment(BegunFund.Code, payment), Verifier);
        return payment;
    }

    public Refusal? Authorise(string payment) => Simulation.Ask(Disbursements, new AuthorisePayment(BegunFund.Code, payment), Authoriser);

    public Refusal? Reject(string payment) => Simulation.Ask(Disbursements, new RejectPayment(BegunFund.Code, payment, "Not eligible.", true), Authoriser);

    /// <summary>A payment all the way to the bank.</summary>
    public string Pay(decimal amount)
    {
        var payment = Verified(amount);
        Assert.Null(Authorise(payment));
        Assert.Null(Execute(payment));
        return payment;
    }

    /// <summary>Another donor promises, certifies to the pool and pays so much.</summary>
    public string Contribute(string donor, decimal certified, decimal received)
    {
        var pledge = NextId("pledge");
        if (Pledges.Service.Find<Donor>(donor) is null)
            Simulation.Do(Pledges, new RegisterDonor(donor, $"Donor {donor}", DonorKind.MemberState, donor));
        Simulation.Do(Pledges, new AnnouncePledge(BegunFund.Code, pledge, donor, Money.Euros(certified), DonorsDesk.AnnouncedOn, null, null));
        Simulation.Do(Pledges, new CertifyPledge(BegunFund.Code, pledge, NextId("certificate"), Money.Euros(certified), [], [], DonorsDesk.AnnouncedOn, "CC-2"));
        if (received > 0)
            Simulation.Do(Pledges, new RecordReceipt(BegunFund.Code, pledge, NextId("receipt"), Money.Euros(received), Day, NextId("bank")));
        return pledge;
    }

    public void ReverseBegunReceipt() => Simulation.Do(Pledges, new ReverseReceipt(
        BegunFund.Code, BegunFund.PledgeId, "bank begun-receipt-0", NextId("reversal"), Day, "The bank took it back.", NextId("bank")));

    public Refusal? Execute(string payment) => Simulation.Ask(Disbursements, new ExecutePayment(BegunFund.Code, payment, Day, NextId("sepa")), Initiator);
}
