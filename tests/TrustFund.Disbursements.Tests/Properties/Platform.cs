using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Payments;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Disbursements.Tests.Properties;

/// <summary>Two funds with a few contracts each, and four people who hold every role, so that only four-eyes keeps them apart.</summary>
sealed partial class Platform
{
    static readonly string[] Funds = ["EUTF-AFRICA", "EIP"];
    static readonly string[] People = ["p0", "p1", "p2", "p3"];
    static readonly string?[] Windows = [null, "SLC", "HOA"];
    static readonly DateOnly Day = new(2018, 1, 1);

    readonly Dictionary<string, decimal> unallocated = [];
    readonly HashSet<string> signed = [];
    readonly List<ContributionReceived> receipts = [];
    readonly HashSet<string> reversed = [];

    public Platform()
    {
        foreach (var fund in Funds)
            Pledges.Record(new FundEstablished(fund, fund, "EUR", 5, null, Day, null));
        Service.Accept(new ProposeAccount("IOM", "account-0", new("IOM", "BE68539007547034")), "p0");
        Service.Accept(new VerifyAccount("IOM", "account-0"), "p1");
    }

    public MemoryService Service { get; } = new("disbursements", new DisbursementsEvolution());

    public Upstream Pledges { get; } = new("pledges");

    public Upstream Contracts { get; } = new("contracts");

    public List<Refusal> Refusals { get; } = [];

    /// <summary>Called after each single fact and each decision.</summary>
    public Action? Checked { get; set; }

    List<Disbursement> Payments => [.. Service.All.OfType<Disbursement>().OrderBy(payment => payment.Id, StringComparer.Ordinal)];

    public void Make(Move move)
    {
        var fund = Funds[move.Fund];
        var contract = $"{fund}-{move.Contract}";
        var amount = Money.Euros(move.Cents / 100m);
        switch (move.Kind)
        {
            case MoveKind.Receive when move.Cents > 0:
                Receive(fund, 2 * amount.Amount, (move.Pick % 10) / 100m, People[move.Person], Windows[move.Contract]);
                break;
            case MoveKind.Allocate when unallocated.GetValueOrDefault(fund) > 0:
                Pledges.Record(new ContributionAllocated(fund, "pledge", "DE", Money.Euros(unallocated[fund]), Day));
                unallocated[fund] = 0;
                break;
            case MoveKind.Sign when move.Cents > 0 && signed.Add(contract):
                Contracts.Record(new ContractSigned(fund, "action", contract, "IOM", Windows[move.Contract], "Title", Money.Euros(5 * amount.Amount), Day));
                break;
            case MoveKind.AskToDecommit:
                Contracts.Record(new DecommitmentRequested(fund, $"request-{move.Pick}", contract, amount, Day, "Not needed."));
                break;
            case MoveKind.DeliverPledges:
                Pledges.Deliver(move.Pick, Service, Checked);
                break;
            case MoveKind.DeliverContracts:
                Contracts.Deliver(move.Pick, Service, Checked);
                break;
            case MoveKind.Request:
                Do(new RequestPayment(fund, contract, $"{Service.Journal.Count:D6}", new(move.Pick % 6 == 0 ? PaymentKind.Final : (PaymentKind)(move.Pick % 2), amount, "INV", Day)), move);
                break;
            case > MoveKind.ExecuteWithUsedReference:
                MakeMore(move, fund, contract, amount);
                break;
            default:
                var payments = Payments.FindAll(payment => Concerns(move.Kind, payment.Status));
                if (payments.Count > 0)
                    Do(Step(move, payments[move.Pick % payments.Count]), move);
                break;
        }
    }

    void Receive(string fund, decimal allocated, decimal above, string donor, string? window)
    {
        unallocated[fund] = unallocated.GetValueOrDefault(fund) + above;
        var number = receipts.Count;
        receipts.Add(new ContributionReceived(
            fund, "pledge", $"receipt-{number}", donor, Money.Euros(allocated + above), Money.Euros(allocated), Money.Euros(above), Day, $"BANK-{number}",
            Earmarked: window is null ? null : [new WindowAmount(window, Money.Euros(allocated))]));
        Pledges.Record(receipts[number]);
    }

    static bool Concerns(MoveKind kind, DisbursementStatus status) => kind switch
    {
        MoveKind.ExecuteWithUsedReference => status == DisbursementStatus.Authorised,
        MoveKind.Advance or MoveKind.Reject => status < DisbursementStatus.Executed,
        _ => true,
    };

    PaymentStep Step(Move move, Disbursement payment) => move.Kind switch
    {
        MoveKind.Reject => new RejectPayment(payment.Fund, payment.Id, "No.", MayReject: move.Pick % 2 == 0),
        MoveKind.ExecuteWithUsedReference => new ExecutePayment(payment.Fund, payment.Id, Day, "SEPA"),
        MoveKind.StepOutOfTurn when move.Contract == 0 => new VerifyPayment(payment.Fund, payment.Id),
        MoveKind.StepOutOfTurn when move.Contract == 1 => new AuthorisePayment(payment.Fund, payment.Id),
        MoveKind.StepOutOfTurn => Execute(payment),
        _ => payment.Status switch
        {
            DisbursementStatus.Requested => new VerifyPayment(payment.Fund, payment.Id),
            DisbursementStatus.Verified => new AuthorisePayment(payment.Fund, payment.Id),
            _ when move.Pick % 2 == 0 => ExecuteAgainst(payment, move),
            _ => Execute(payment),
        },
    };

    static ExecutePayment Execute(Disbursement payment) => new(payment.Fund, payment.Id, Day, $"SEPA-{payment.Id}");

    void Do(Command command, Move move)
    {
        if (Service.Execute(command, People[move.Person]) is { } refusal)
            Refusals.Add(refusal);
        Checked?.Invoke();
    }
}
