using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Tests.Invariants;

/// <summary>A fund's life out of random steps. A command at the edge must be accepted, and one cent beyond it refused.</summary>
sealed class Story(Scene scene)
{
    static readonly string[] Codes = ["HOA", "NOA", "SLC"];
    readonly Surroundings disbursements = new(scene);
    readonly Balances balances = new(scene);
    readonly Queue<ResourcesReleased> refunds = [];
    decimal certified;

    public void Tell(Step step)
    {
        var window = Codes[step.Which % 3];
        var cents = step.Cents / 100m;
        switch (step.What)
        {
            case Happening.Certify: Certify(4 * cents); break;
            case Happening.CertifyEarmarked: Certify(3 * cents, (window, 2 * cents)); break;
            case Happening.Allocate: Command(step, scene.Book.Allocatable(), amount => scene.Allocation(window, amount), "insufficient-pool"); break;
            case Happening.ReverseAllocation: ReverseAllocation(step); break;
            case Happening.AllocateManagementCosts: AllocateManagementCosts(step); break;
            case Happening.ReverseManagementCosts: ReverseManagementCosts(step); break;
            case Happening.Transfer:
                Command(step, scene.Window(window).Transferable(), amount => scene.Transfer(window, Codes[(step.Which + 1) % 3], amount), "exceeds-transferable");
                break;
            case Happening.RecordInterest: Interest(step.Other % 2 == 0 ? cents : -cents / 10 % 7); break;
            case Happening.RealiseDifference: Exchange(step.Other % 3 == 0 ? -cents / 10 : cents / 20, window); break;
            default: TellOfActions(step, window); break;
        }
    }

    /// <summary>What no decision may do holds after each step; what a fact left short, no decision makes worse.</summary>
    public void CheckInvariants(Step step)
    {
        balances.Check(certified, disbursements);
        balances.CheckNothingFellShort(step.MayFallShort());
    }

    void TellOfActions(Step step, string window)
    {
        switch (step.What)
        {
            case Happening.Approve: Command(step, scene.Window(window).Available(), amount => scene.Approval(window, amount), "insufficient-availability"); break;
            case Happening.ApproveAcrossWindows: Across(step); break;
            case Happening.RaiseAction: Raise(step); break;
            case Happening.LowerAction: Lower(step); break;
            case Happening.ChangeAcrossWindows: ChangeAcross(step); break;
            case Happening.MoveDeadline: scene.Service.Execute(Scene.NewDeadline(Scene.Deadline.AddDays(step.Which % 3 * 1_500)), "arthur"); break;
            case Happening.ClockStrikes: scene.Clock(); break;
            case Happening.AskBackFromPool: AskBack(step, null, scene.Book.LargestReleasable()); break;
            case Happening.AskBackFromWindow: AskBack(step, window, scene.Window(window).LargestReleasable()); break;
            case Happening.AskForRefund: AskForRefund(step, step.Other % 2 == 0 ? null : window); break;
            case Happening.RejectRefund: RejectRefund(); break;
            default: TellOfContracts(step); break;
        }
    }

    void TellOfContracts(Step step)
    {
        switch (step.What)
        {
            case Happening.Sign: Sign(step); break;
            case Happening.SignCoFinanced: SignCoFinanced(step); break;
            case Happening.ImportContract: Import(step); break;
            case Happening.Amend: Amend(step); break;
            case Happening.ChangeState: ChangeState(step); break;
            case Happening.AskForDecommitment: AskForDecommitment(step); break;
            case Happening.DisbursementsReads: disbursements.Read(step.Other % 8); break;
            case Happening.DisbursementsPays: disbursements.Pay(step.Which, step.Cents / 3 / 100m); break;
            case Happening.DisbursementsIsHeard: disbursements.Deliver(step.Other % 4); break;
            default: throw new ArgumentOutOfRangeException(nameof(step), step.What, null);
        }
    }

    void Certify(decimal amount, params (string, decimal)[] earmarks)
    {
        if (amount == 0)
            return;
        scene.Certify(amount, earmarks);
        certified += amount;
    }

    void Interest(decimal amount)
    {
        amount = decimal.Round(amount, 2);
        scene.Interest(amount);
        certified += amount;
    }

    void Exchange(decimal difference, string window)
    {
        var part = decimal.Round(difference / 2, 2);
        scene.Exchange(part * 2, (window, part));
        certified += part * 2;
    }

    void ReverseAllocation(Step step)
    {
        if (Pick<Allocation>(step) is not { } allocation)
            return;
        var free = scene.Window(allocation.WindowCode).Transferable().Amount;
        var code = allocation.ReversedOn is not null ? "already-reversed" : allocation.Amount > free ? "insufficient-availability" : null;
        Assert.Equal(code, scene.Service.Execute(Scene.Reversal(allocation.Id), "arthur")?.Code);
    }

    void AllocateManagementCosts(Step step)
    {
        var fund = scene.Book;
        var free = fund.AllocatableToManagementCosts();
        var left = fund.ManagementCostCap() - fund.Amount(fund.ManagementCosts);
        var amount = AmountOf(step, free.Amount);
        var code = amount > left.Amount ? "exceeds-management-cost-cap" : "insufficient-pool";
        Command(amount, free, asked => scene.ManagementCosts(asked), code);
    }

    void ReverseManagementCosts(Step step)
    {
        if (Pick<ManagementCostAllocation>(step) is not { } allocation)
            return;
        var refusal = scene.Service.Execute(new ReverseManagementCosts(Scene.Fund, allocation.Id, Scene.Day, "Less is needed"));
        Assert.Equal(
            allocation.State switch
            {
                ManagementCostState.ReversalPending => "reversal-pending",
                ManagementCostState.Reversed => "already-reversed",
                _ => null,
            },
            refusal?.Code);
    }

    void Across(Step step)
    {
        var (first, second) = (Codes[step.Which % 3], Codes[(step.Which + 1 + step.Other % 2) % 3]);
        var share = step.Cents / 100m;
        if (share == 0)
            return;
        Command(step, scene.Window(first).Available(), amount => scene.CrossWindowApproval(amount + share, (first, amount), (second, share)),
            "insufficient-availability", secondMayFail: scene.Window(second).Available().Amount < share);
    }

    void Raise(Step step)
    {
        if (Pick<FundAction>(step, action => !action.IsCrossWindow()) is not { } action)
            return;
        Command(step, scene.Window(action.WindowCode!).Available(), amount => scene.Rider(action.Id, amount), "insufficient-availability", otherwise: Closed(action, opens: true));
    }

    void Lower(Step step)
    {
        if (Pick<FundAction>(step, action => !action.IsCrossWindow()) is not { } action)
            return;
        Command(step, action.Remaining(), amount => scene.Rider(action.Id, -amount), "exceeds-uncontracted");
    }

    /// <summary>A rider of a cross-window action: up in one window, perhaps one that joins it, or down in the first of its own.</summary>
    void ChangeAcross(Step step)
    {
        if (Pick<FundAction>(step, action => action.IsCrossWindow()) is not { } action)
            return;
        var (window, up) = (Codes[step.Other % 3], step.Other % 2 == 0);
        if (up)
        {
            Command(step, scene.Window(window).Available(), amount => scene.Rider(action.Id, amount, (window, amount)), "insufficient-availability", otherwise: Closed(action, opens: true));
            return;
        }
        var (first, rest) = (action.Split[0], action.Remaining().Amount);
        var code = first.Amount <= rest ? "exceeds-part" : "exceeds-uncontracted";
        Command(step, action.Amount(Math.Min(first.Amount, rest)), amount => scene.Rider(action.Id, -amount, (first.Window, -amount)),
            AmountOf(step, Math.Min(first.Amount, rest)) > first.Amount ? "exceeds-part" : code);
    }

    void Sign(Step step)
    {
        if (Pick<FundAction>(step) is { } action)
            Command(step, action.Remaining(), amount => scene.Signature(action.Id, amount), "exceeds-action", otherwise: Closed(action));
    }

    void SignCoFinanced(Step step)
    {
        if (Pick<FundAction>(step, action => action.ClosedOn is null && action.Remaining().IsPositive) is not { } action)
            return;
        var left = (action.CoFinancingCeiling ?? 0) - action.CoFinanced;
        if (step.Other % 3 == 0)
            scene.Service.Execute(scene.Rider(action.Id, 0) with { CoFinancingCeiling = scene.Amount(action.CoFinanced + 10) });
        else
            Command(step, action.Amount(left), amount => scene.Signature(action.Id, 0.01m) with { CoFinancing = [new("AFD", scene.Amount(amount))] }, "exceeds-co-financing");
    }

    void Import(Step step)
    {
        if (Pick<FundAction>(step) is { } action && step.Cents > 0)
            scene.Import(action.Id, step.Cents / 100m);
    }

    void Amend(Step step)
    {
        if (Pick<Contract>(step) is not { } contract)
            return;
        var action = scene.Action(contract.ActionId);
        var otherwise = contract.State is ContractState.Terminated ? "contract-terminated" : Closed(action);
        Command(step, action.Remaining(), amount => scene.Amendment(contract.Id, amount) with { EndsOn = Scene.Day.AddDays(step.Other) }, "exceeds-action", otherwise: otherwise);
    }

    void ChangeState(Step step)
    {
        if (Pick<Contract>(step) is not { } contract)
            return;
        var to = step.Other % 9 == 0 ? ContractState.Terminated : (ContractState)(step.Other % 2);
        var refused = contract.State is ContractState.Terminated || contract.State == to;
        Assert.Equal(refused, scene.Service.Execute(Scene.Change(contract.Id, to)) is not null);
    }

    void AskForDecommitment(Step step)
    {
        if (Pick<Contract>(step) is not { } contract)
            return;
        var left = contract.Amount(contract.Contracted - contract.Pending - scene.Paid(contract.Id));
        var on = step.Other % 2 == 0 ? Scene.Deadline : Scene.Deadline.AddDays(1);
        Command(step, left, amount => scene.Request(contract.Id, amount, on), "exceeds-contract");
    }

    void AskBack(Step step, string? window, Money largest)
    {
        var amount = AmountOf(step, largest.Amount);
        if (amount <= 0)
            return;
        var answer = scene.AskBack(amount, window);
        if (amount > largest.Amount)
            Assert.Equal(largest, Assert.IsType<ReleaseRefused>(answer).LargestReleasable);
        else
            certified -= Assert.IsType<ResourcesReleased>(answer).Amount.Amount;
    }

    void AskForRefund(Step step, string? window)
    {
        var largest = window is null ? scene.Book.LargestReleasable() : scene.Window(window).LargestReleasable();
        var amount = AmountOf(step, largest.Amount);
        if (amount < 0)
            return;
        var answer = scene.Refund(scene.NextId("refund"), 1, amount, window);
        Assert.Equal(amount > 0 ? 1 : 0, answer.Count);
        if (amount > 0 && answer[0] is ResourcesReleased released)
        {
            certified -= released.Amount.Amount;
            refunds.Enqueue(released);
        }
    }

    void RejectRefund()
    {
        if (!refunds.TryDequeue(out var released))
            return;
        scene.Pledges(new TrustFund.Events.Pledges.V1.RefundRejected(
            Scene.Fund, released.RequestId, "pledge-1", "EU", released.Amount, released.Amount, released.Window, scene.Amount(0), "No cash"));
        certified += released.Amount.Amount;
    }

    /// <summary>Why nothing is contracted under this action; a moved deadline lets a rider open it again.</summary>
    string? Closed(FundAction action, bool opens = false) =>
        action.ClosedOn is null || (opens && scene.Book.ContractingDeadline >= new DateOnly(2026, 1, 1)) ? null : "action-closed";

    T? Pick<T>(Step step, Func<T, bool>? where = null)
        where T : State
    {
        var all = scene.Service.All.OfType<T>().Where(where ?? (_ => true)).OrderBy(state => state.Id, StringComparer.Ordinal).ToList();
        return all.Count == 0 ? null : all[step.Which % all.Count];
    }

    void Command(Step step, Money largest, Func<decimal, Command> command, string code, bool secondMayFail = false, string? otherwise = null) =>
        Command(AmountOf(step, largest.Amount), largest, command, code, secondMayFail, otherwise);

    void Command(decimal amount, Money largest, Func<decimal, Command> command, string code, bool secondMayFail = false, string? otherwise = null)
    {
        if (amount <= 0)
            return;
        var before = scene.Service.Journal.Count;
        var refusal = scene.Service.Execute(command(amount));
        Assert.Equal(otherwise ?? (amount > largest.Amount || secondMayFail ? code : null), refusal?.Code);
        Assert.Equal(refusal is null ? 1 : 0, scene.Service.Journal.Count - before);
    }

    static decimal AmountOf(Step step, decimal largest) => step.Asked switch
    {
        Asked.TheLargestPossible => largest,
        Asked.OneCentMoreThanPossible => largest + 0.01m,
        _ => step.Cents / 100m,
    };
}
