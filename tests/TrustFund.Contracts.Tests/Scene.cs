using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Contracts.Payments;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Contracts.Tests;

/// <summary>The service with one fund, its windows and one partner: verbs with short arguments, so that a test shows its figures.</summary>
sealed class Scene
{
    public const string Fund = "EUTF-AFRICA";
    public const string Iom = "IOM";
    public static readonly DateOnly Established = new(2015, 11, 12);
    public static readonly DateOnly Deadline = new(2020, 12, 31);
    public static readonly DateOnly Day = new(2018, 6, 1);

    readonly string currency;
    int made;

    public Scene(decimal capPercent = 5, DateOnly? deadline = null, string currency = "EUR", params string[] windows)
    {
        this.currency = currency;
        Pledges(new FundEstablished(Fund, "Trust fund", currency, capPercent, deadline ?? Deadline, Established, null));
        foreach (var window in windows.Length > 0 ? windows : ["HOA", "NOA", "SLC"])
            Pledges(new WindowOpened(Fund, window, $"Window {window}"));
        Service.Accept(new RegisterPartner(Iom, "International Organization for Migration", null));
    }

    public MemoryService Service { get; } = new("contracts", new ContractsEvolution());

    /// <summary>Every followed fact, in the order in which it was applied.</summary>
    public List<Recorded> Followed { get; } = [];

    public Money Amount(decimal amount) => new(amount, Currency.Of(currency));

    public Fund Book => Service.Get<Fund>(Fund);

    public Window Window(string code) => Service.Get<Window>($"{Fund}/{code}");

    public FundAction Action(string id) => Service.Get<FundAction>(id);

    public Contract Contract(string id) => Service.Get<Contract>(id);

    public Decommitment Decommitment(string id) => Service.Get<Decommitment>(id);

    public decimal Paid(string contract) => Service.Find<ContractPayments>(contract)?.Paid ?? 0;

    public AvailabilityView Availability => AvailabilityView.Of(FundBook());

    public FundBalancesView FundBalances => FundBalancesView.Of(FundBook());

    public string NextId(string kind) => $"{kind}-{++made}";

    /// <summary>Certifies an amount, of which parts are earmarked; the rest goes to the pool.</summary>
    public void Certify(decimal amount, params (string Window, decimal Amount)[] earmarks) => Pledges(new PledgeCertified(
        Fund, "pledge-1", NextId("certificate"), "EU", Amount(amount), Parts(earmarks), [], Day));

    public AllocateResources Allocation(string window, decimal amount) =>
        new(Fund, NextId("allocation"), window, Amount(amount), Day, "BOARD/2018/1");

    public void Allocate(string window, decimal amount) => Service.Accept(Allocation(window, amount), "arthur");

    public static ReverseAllocation Reversal(string allocation) => new(Fund, allocation, Day.AddDays(1), "The decision named another window.");

    public ApproveAction Approval(string window, decimal amount) =>
        new(Fund, NextId("action"), "Stability", Amount(amount), Parts((window, amount)), false, Day, null, null);

    public ApproveAction CrossWindowApproval(decimal amount, params (string Window, decimal Amount)[] split) =>
        new(Fund, NextId("action"), "Research", Amount(amount), Parts(split), true, Day, null, null);

    public string Approve(string window, decimal amount) => Approved(Approval(window, amount));

    public string ApproveAcross(params (string Window, decimal Amount)[] split) =>
        Approved(CrossWindowApproval(split.Sum(part => part.Amount), split));

    public SignContract Signature(string action, decimal amount) =>
        new(Fund, action, NextId("contract"), Iom, "Return and reintegration", Amount(amount), Day, null);

    public string Sign(string action, decimal amount)
    {
        var signature = Signature(action, amount);
        Service.Accept(signature);
        return signature.ContractId;
    }

    public void Pay(string contract, decimal amount) => Disbursements(new PaymentExecuted(
        Fund, NextId("payment"), contract, Iom, Service.Find<Contract>(contract)?.WindowCode, Amount(amount), Day, "BANK/1"));

    public TransferResources Transfer(string from, string to, decimal amount) =>
        new(Fund, NextId("transfer"), from, to, Amount(amount), Day, "BOARD/2018/2");

    public AllocateManagementCosts ManagementCosts(decimal amount) =>
        new(Fund, NextId("management"), Amount(amount), Day, "BOARD/2018/3");

    /// <summary>A rider; with a split for a cross-window action.</summary>
    public ApproveRider Rider(string action, decimal change, params (string Window, decimal Amount)[] split) =>
        new(Fund, action, NextId("rider"), Amount(change), split.Length == 0 ? null : Parts(split), Day, NextId("R"), "More is needed");

    public AmendContract Amendment(string contract, decimal? rise) =>
        new(Fund, contract, NextId("amendment"), rise is { } by ? Amount(by) : null, Day, "Addendum 1");

    public static ChangeContractState Change(string contract, ContractState to, DateOnly? on = null) => new(Fund, contract, to, on ?? Day, "Force majeure");

    public static SetDeadline NewDeadline(DateOnly on, DeadlineKind kind = DeadlineKind.Contracting) => new(Fund, kind, on, Day, "BOARD/2018/4");

    /// <summary>The clock: every deadline, action and contract that may be due is asked for; gives what was recorded.</summary>
    public IReadOnlyList<IFundEvent> Clock()
    {
        List<Command> due =
        [
            .. Service.All.OfType<Deadline>().Select(deadline => new PassDeadline(deadline.Fund, deadline.Kind)),
            .. Service.All.OfType<FundAction>().OrderBy(action => action.Id, StringComparer.Ordinal).Select(action => new CloseAction(action.Fund, action.Id)),
            .. Service.All.OfType<Contract>().OrderBy(contract => contract.Id, StringComparer.Ordinal).Select(contract => new EndContract(contract.Fund, contract.Id)),
        ];
        return [.. due.SelectMany(command => Service.Accept(command, "contracts"))];
    }

    /// <summary>A contract of the past, which books whatever rule it breaks.</summary>
    public string Import(string action, decimal amount)
    {
        var signature = Signature(action, amount) with { Imported = true };
        Service.Accept(signature);
        return signature.ContractId;
    }

    /// <summary>What arrived is worth so much more or less; parts of it are windows'.</summary>
    public void Exchange(decimal difference, params (string Window, decimal Amount)[] earmarked) => Pledges(new ExchangeDifferenceRealised(
        Fund, "pledge-1", NextId("receipt"), "NO", Amount(difference), Parts(earmarked), Day));

    public void Interest(decimal amount, bool adds = true) => Pledges(new InterestBooked(Fund, NextId("interest"), Amount(amount), adds, Day, "BANK/2", null));

    /// <summary>A donor wants an amount paid back, of which a part was allocated.</summary>
    public IReadOnlyList<IFundEvent> Refund(string request, decimal unallocated, decimal allocated, string? window = null) => Pledges(new RefundRequested(
        Fund, request, "pledge-1", "EU", Amount(unallocated + allocated), Amount(unallocated), Amount(allocated), window, Day, "Unspent"));

    public RequestDecommitment Request(string contract, decimal amount, DateOnly? on = null) =>
        new(Fund, contract, NextId("decommitment"), Amount(amount), on ?? Day, "Activities ended");

    public string Ask(string contract, decimal amount, DateOnly? on = null)
    {
        var request = Request(contract, amount, on);
        Service.Accept(request);
        return request.RequestId;
    }

    public ContractDecommitted Grant(string request) => Assert.IsType<ContractDecommitted>(Assert.Single(Disbursements(
        new DecommitmentGranted(Fund, request, Decommitment(request).ContractId, Amount(Decommitment(request).Amount)))));

    public IReadOnlyList<IFundEvent> Refuse(string request, decimal largest) => Disbursements(new DecommitmentRefused(
        Fund, request, Decommitment(request).ContractId, Amount(Decommitment(request).Amount), Amount(largest), "Reserved for payments."));

    /// <summary>A donor asks back an amount out of the pool, or out of a window's earmark.</summary>
    public IFundEvent AskBack(decimal amount, string? window = null) => Assert.Single(Pledges(new ReductionRequested(
        Fund, NextId("reduction"), "pledge-1", "EU", Amount(amount), window, Day, "Budget cut")));

    public IReadOnlyList<IFundEvent> Pledges(IFundEvent fact) => Follow("pledges", fact);

    public IReadOnlyList<IFundEvent> Disbursements(IFundEvent fact) => Follow("disbursements", fact);

    IReadOnlyList<IFundEvent> Follow(string source, IFundEvent fact)
    {
        var sequence = Followed.Count(earlier => earlier.Source == source) + 1;
        var recorded = new Recorded(source, sequence, DateTimeOffset.UnixEpoch, "someone", $"00-{source}-{sequence}-01", fact);
        Followed.Add(recorded);
        return Service.Follow(recorded);
    }

    string Approved(ApproveAction approval)
    {
        Service.Accept(approval, "arthur");
        return approval.ActionId;
    }

    List<WindowAmount> Parts(params (string Window, decimal Amount)[] parts) =>
        [.. parts.Select(part => new WindowAmount(part.Window, Amount(part.Amount)))];

    FundBook FundBook() => new(
        Book,
        [.. Service.All.OfType<Window>().OrderBy(window => window.Position).Select(window => new WindowBook(window, PaidUnder(window.Code)))],
        PaidUnder(null));

    decimal PaidUnder(string? window) => Service.Find<WindowPayments>(WindowPayments.KeyOf(Fund, window))?.Paid ?? 0;
}
