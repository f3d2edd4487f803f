using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Officers;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Tests.Properties;

/// <summary>What happens besides requests and their steps.</summary>
sealed partial class Platform
{
    static readonly DateOnly Today = new(2026, 1, 1);

    void MakeMore(Move move, string fund, string contract, Money amount)
    {
        var id = $"{move.Kind}-{Service.Journal.Count:D6}";
        switch (move.Kind)
        {
            case MoveKind.ReverseReceipt:
                ReverseReceipt(move);
                break;
            case MoveKind.BookInterest when move.Cents > 0:
                Pledges.Record(new InterestBooked(fund, $"{id}-{move.Pick}", move.Pick % 3 == 0 ? -amount : amount, false, Day, $"INT-{id}-{move.Pick}", null));
                break;
            case MoveKind.AskForRefund when move.Cents > 0:
                Pledges.Record(new RefundCashRequested(fund, $"{id}-{move.Pick}", "pledge", People[move.Person], amount, Money.Euros(0), amount, Windows[move.Contract], Day, People[move.Pick % 4]));
                break;
            case MoveKind.ChangeContract when signed.Contains(contract):
                ChangeContract(move, fund, contract, amount);
                break;
            case MoveKind.AllocateManagement when move.Cents > 0:
                Contracts.Record(new ManagementCostsAllocated(fund, id, amount, Day, "B/1"));
                break;
            case MoveKind.ReverseManagement when move.Cents > 0:
                Contracts.Record(new ManagementCostReversalRequested(fund, $"{id}-{move.Pick}", amount, Day, "Less is needed."));
                break;
            case MoveKind.SetAuthority when move.Pick % 2 == 0:
                Do(new SetBands(fund, new(Day, [new(Money.Euros(0.40m), []), new(null, [People[move.Person], People[move.Contract]])])), move);
                break;
            case MoveKind.SetAuthority:
                Do(new DelegateAuthority(fund, id, new(People[move.Contract], Today, Today)), move);
                break;
            case MoveKind.UndoPayment when Pick(Payments, move, payment => payment.Status >= DisbursementStatus.Executed && (move.Pick % 2 == 0 || payment.Offset > 0)) is { } payment:
                Do(move.Contract == 0
                    ? new ReversePayment(payment.Fund, payment.Id, Day, "Wrong.")
                    : new ReturnPayment(payment.Fund, payment.Id, Day, move.Contract == 1 ? $"RET-{payment.Id}" : payment.BankReference ?? "none", "Unknown."), move);
                break;
            case MoveKind.ImportPayment:
                Do(new ImportPayment(fund, contract, id, (PaymentKind)(move.Pick % 2), Money.Euros(4 * amount.Amount), Day, $"OLD-{id}"), move);
                break;
            case MoveKind.ClearPrefinancing:
                Do(new ClearPrefinancing(fund, contract, id, new(amount, Day, $"Report {move.Pick % 3}")), move);
                break;
            case MoveKind.ReverseClearing when Pick([.. Service.All.OfType<Contract>().OrderBy(kept => kept.Id, StringComparer.Ordinal)], move, kept => kept.Clearings.Count > 0) is { } cleared:
                Do(new ReverseClearing(cleared.Fund, cleared.Id, cleared.Clearings[move.Pick % cleared.Clearings.Count].Id, new(Day, "Another contract's.")), move);
                break;
            case MoveKind.Recover:
                Recover(move, fund, contract, amount, id);
                break;
            case MoveKind.ReverseRecoveryReceipt when Pick([.. Service.All.OfType<Recovery>()], move, order => order.Receipts.Count > 0) is { } order:
                Do(new ReverseRecoveryReceipt(order.Fund, order.Id, order.Receipts[move.Pick % order.Receipts.Count].Id, new(Day, "Not the partner's.")), move);
                break;
            case MoveKind.ReverseWaiver when Pick([.. Service.All.OfType<Recovery>()], move, order => order.Waivers.Count > 0) is { } order:
                Do(new ReverseRecoveryWaiver(order.Fund, order.Id, order.Waivers[move.Pick % order.Waivers.Count].Id, new(Day, "It is solvent.")), move);
                break;
            case MoveKind.ExecuteWithOffset when Pick(Payments, move, payment => payment.Status == DisbursementStatus.Authorised) is { } payment:
                Do(ExecuteAgainst(payment, move), move);
                break;
            case MoveKind.Cost:
                Cost(move, fund, amount, id);
                break;
            case MoveKind.ExecuteRefund when Pick([.. Service.All.OfType<Refund>()], move, refund => refund.Status == RefundStatus.Granted) is { } refund:
                Do(new ExecuteRefund(refund.Fund, refund.Id, Day, $"BACK-{refund.Id}"), move);
                break;
            case MoveKind.RejectRefund when Pick([.. Service.All.OfType<Refund>()], move, refund => refund.Status == RefundStatus.Granted || move.Pick % 3 == 0) is { } refund:
                Do(new RejectRefund(refund.Fund, refund.Id, "Not now."), move);
                break;
            case MoveKind.ReverseRefund when Pick([.. Service.All.OfType<Refund>()], move, refund => refund.Status >= RefundStatus.Executed || move.Pick % 9 == 0) is { } refund:
                ReverseRefund(move, refund);
                break;
            case MoveKind.TakeStatement:
                TakeStatement(move, fund, amount);
                break;
            case MoveKind.MatchLine when Pick([.. Service.All.OfType<BankLine>()], move, line => line.Fund == fund) is { } line:
                Match(move, line);
                break;
            case MoveKind.ChangeAccount:
                ChangeAccount(move, id);
                break;
        }
    }

    /// <summary>What comes back waits unallocated, until a certificate covers it.</summary>
    void ReverseRefund(Move move, Refund refund)
    {
        Do(new ReverseRefund(
            refund.Fund, refund.Id, Day, "Wrong.", move.Contract switch { 0 => null, 1 => $"CAME-{refund.Id}", _ => refund.BankReference }, MayCorrect: move.Pick % 5 > 0), move);
        if (refund.Status == RefundStatus.Executed && Service.Get<Refund>(refund.Id).Status == RefundStatus.Reversed)
            unallocated[refund.Fund] = unallocated.GetValueOrDefault(refund.Fund) + refund.Money().Amount;
    }

    void ReverseReceipt(Move move)
    {
        if (Pick(receipts, move, receipt => receipt.Unallocated.IsZero && !reversed.Contains(receipt.ReceiptId)) is not { } receipt)
            return;
        reversed.Add(receipt.ReceiptId);
        Pledges.Record(new ReceiptReversed(
            receipt.Fund, receipt.PledgeId, receipt.ReceiptId, $"reversal-{receipt.ReceiptId}", receipt.Donor, receipt.Amount, receipt.Allocated, receipt.Unallocated,
            null, null, receipt.Earmarked, Day, "Wrong.", move.Pick % 2 == 0 ? null : $"REV-{receipt.ReceiptId}"));
    }

    void ChangeContract(Move move, string fund, string contract, Money amount) => Contracts.Record((move.Pick % 8) switch
    {
        0 when move.Person < 2 => new ContractSuspended(fund, contract, Day, "Audit"),
        1 when move.Person == 0 => new ContractTerminated(fund, contract, Day, "Over"),
        2 or 3 when move.Cents > 0 => new ContractAmended(fund, "action", contract, $"amendment-{move.Pick}", Windows[move.Contract], amount, Day, "More"),
        _ => new ContractResumed(fund, contract, Day, "Cleared"),
    });

    void Recover(Move move, string fund, string contract, Money amount, string id)
    {
        var order = Pick([.. Service.All.OfType<Recovery>()], move, _ => true);
        Do((move.Pick % 4, order) switch
        {
            (0, not null) => new WaiveRecovery(order.Fund, order.Id, new(amount, Day, "Insolvent."), move.Pick % 3 == 0 ? null : id),
            (1 or 2, not null) => new CashRecovery(order.Fund, order.Id, new(amount, Day, CashReference(order, move) ?? $"CASHED-{id}"), id),
            _ => new EstablishRecovery(fund, contract, id, new(amount, Day, Day, "Ineligible.")),
        }, move);
    }

    /// <summary>Sometimes money that was booked by mistake is booked anew under the bank's same reference.</summary>
    static string? CashReference(Recovery order, Move move) =>
        move.Person == 0 ? order.Receipts.FirstOrDefault(receipt => receipt.ReversedOn is not null)?.BankReference : null;

    /// <summary>Sets off what the partner owes, where it owes something.</summary>
    ExecutePayment ExecuteAgainst(Disbursement payment, Move move)
    {
        var owed = Service.All.OfType<Recovery>().Where(order => order.Open().IsPositive && order.Fund == payment.Fund).OrderBy(order => order.Id, StringComparer.Ordinal);
        return Execute(payment) with { Offsets = Pick([.. owed], move, _ => true) is { } order ? [new(order.Id, Money.Min(order.Open(), payment.Money()))] : null };
    }

    void Cost(Move move, string fund, Money amount, string id)
    {
        var cost = Pick([.. Service.All.OfType<Cost>()], move, _ => true);
        Do((move.Contract == 0 ? null : cost) switch
        {
            null when move.Pick % 5 == 0 => new ChargeBank(fund, id, new(amount, Day, $"FEE-{id}")),
            null => new RequestCost(fund, id, new("Auditor", amount, "Audit", Day)),
            { Status: CostStatus.Requested } when move.Pick % 5 > 0 => new AuthoriseCost(cost!.Fund, cost.Id),
            { Status: CostStatus.Authorised } when move.Pick % 5 > 0 => new PayCost(cost!.Fund, cost.Id, Day, $"COST-{cost.Id}"),
            { Status: CostStatus.Requested or CostStatus.Authorised } => new RejectCost(cost!.Fund, cost.Id, "No.", move.Contract == 1),
            _ => new ReverseCost(cost!.Fund, cost.Id, new(Day, "Wrong.")),
        }, move);
    }

    /// <summary>A statement shows some of what is booked, something that is about to be, and something that nobody knows.</summary>
    void TakeStatement(Move move, string fund, Money amount)
    {
        var lines = Service.All.OfType<BankEntry>().Where(entry => entry.Id.StartsWith($"{fund}/", StringComparison.Ordinal)).OrderBy(entry => entry.Id, StringComparer.Ordinal)
            .SelectMany(entry => entry.Bookings.Where(booking => booking.LineId is null && booking.Amount != 0).Select(booking => Line(entry.Id[(fund.Length + 1)..], booking.Amount)))
            .Skip(move.Pick % 5).Take(3)
            .Concat(Payments.Where(payment => payment.Fund == fund && payment.Status == DisbursementStatus.Authorised).Take(1).Select(payment => Line($"sepa-{payment.Id}", -payment.Amount)))
            .Concat(amount.IsZero ? [] : [Line($"UNKNOWN-{move.Pick}", amount.Amount)]).ToList();
        if (lines.Count > 0)
            Do(new RecordStatement(fund, $"{Service.Journal.Count}", lines), move);

        static StatementLine Line(string reference, decimal value) => new("BE1", Day, Money.Euros(value), reference, null, null);
    }

    void Match(Move move, BankLine line)
    {
        var entries = Service.All.OfType<BankEntry>().Where(entry => entry.Id.StartsWith($"{line.Fund}/", StringComparison.Ordinal) && entry.Bookings.Count > 0)
            .OrderByDescending(entry => entry.Bookings[0].Amount == line.Amount).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        if (line.MatchedKind is not null)
            Do(new UnmatchLine(line.Fund, line.Id, "Wrong."), move);
        else if (Pick(entries.GetRange(0, Math.Min(2, entries.Count)), move, _ => true) is { } entry)
            Do(new MatchLine(line.Fund, line.Id, entry.Bookings[0].Kind, entry.Bookings[0].TargetId, entry.Id), move);
    }

    void ChangeAccount(Move move, string id)
    {
        var account = Service.All.OfType<BankAccount>().OrderBy(kept => kept.Id, StringComparer.Ordinal).Last();
        // An open account is what lets anything else happen: it is seldom closed.
        if (account.Status == AccountStatus.Verified && move.Pick % 6 > 0)
            return;
        Do(account.Status switch
        {
            AccountStatus.Proposed => new VerifyAccount("IOM", account.Id),
            AccountStatus.Verified => new CloseAccount("IOM", account.Id, "Moved."),
            _ => new ProposeAccount("IOM", $"account-{id}", new("IOM", "DE89370400440532013000")),
        }, move);
    }

    static T? Pick<T>(IReadOnlyList<T> things, Move move, Func<T, bool> fits)
        where T : class
    {
        var fitting = things.Where(fits).ToList();
        return fitting.Count == 0 ? null : fitting[move.Pick % fitting.Count];
    }
}
