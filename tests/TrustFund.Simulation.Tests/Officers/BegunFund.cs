using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Disbursements.Accounts;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>
/// A fund in the middle of its life, so that even a short run comes to payments and to money that is taken back: 1,000.00 pledged, 800.00
/// certified (200.00 of it for a window), 120.00 received, 380.00 approved, 300.00 contracted. The other funds begin with nothing.
/// </summary>
static class BegunFund
{
    public const string Code = "EUTF-AFRICA";
    public const string PledgeId = "begun-pledge-0";
    public const string ActionId = "begun-action-0";
    public const string AcrossId = "begun-action-1";
    public const string ContractId = "begun-contract-0";
    public const string AccountId = "begun-account-0";
    public const string AcrossContractId = "begun-contract-1";

    public static readonly DateOnly DecidedOn = new(2017, 3, 1);
    public static readonly DateOnly SignedOn = new(2018, 5, 1);

    public static Money Euros(decimal amount) => Money.Euros(amount);

    /// <summary>What is done in Pledges first, and then, once it is heard, in Contracts.</summary>
    public static (IReadOnlyList<Command> InPledges, IReadOnlyList<Command> InContracts, IReadOnlyList<(string Actor, Command Command)> InDisbursements) Beginning { get; } = (
        [
            FundOfPlay.Of(Code).Establish(),
            new OpenWindow(Code, "HOA", "Horn of Africa"),
            new OpenWindow(Code, "NOA", "North of Africa"),
            new RegisterDonor("DE", "Germany", DonorKind.MemberState, "DE"),
            new AnnouncePledge(Code, PledgeId, "DE", Euros(1_000), DonorsDesk.AnnouncedOn, null, null),
            new CertifyPledge(Code, PledgeId, "begun-certificate-0", Euros(800), [new("HOA", Euros(200))], [], DonorsDesk.AnnouncedOn, "CC-0"),
            new RecordReceipt(Code, PledgeId, "begun-receipt-0", Euros(120), DonorsDesk.AnnouncedOn, "bank begun-receipt-0"),
        ],
        [
            new RegisterPartner("IOM", "International Organization for Migration", null),
            new AllocateResources(Code, "begun-allocation-0", "HOA", Euros(100), DecidedOn, "BOARD/2017/0"),
            new AllocateResources(Code, "begun-allocation-1", "NOA", Euros(250), DecidedOn, "BOARD/2017/0"),
            new ApproveAction(Code, ActionId, "Stability", Euros(200), [new("HOA", Euros(200))], false, DecidedOn, null, null),
            new ApproveAction(Code, AcrossId, "Research", Euros(180), [new("HOA", Euros(60)), new("NOA", Euros(120))], true, DecidedOn, null, null),
            new SignContract(Code, ActionId, ContractId, "IOM", "Stability", Euros(150), SignedOn, null),
            new SignContract(Code, AcrossId, AcrossContractId, "IOM", "Research", Euros(150), SignedOn, null),
        ],
        [
            ("p0", new ProposeAccount("IOM", AccountId, new("International Organization for Migration", "DE89370400440532013000"))),
            ("p1", new VerifyAccount("IOM", AccountId)),
        ]);
}
