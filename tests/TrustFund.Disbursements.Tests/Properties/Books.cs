using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Refunds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Tests.Properties;

/// <summary>The same figures, added up from the journals alone, without the service's own arithmetic.</summary>
static class Books
{
    public static void MustBalance(Platform platform)
    {
        var own = platform.Service.Journal.Select(entry => entry.Event).ToList();
        foreach (var contract in platform.Service.All.OfType<Contract>())
            MustBalance(platform, own, contract);
        foreach (var cash in platform.Service.All.OfType<FundCash>())
            MustBalance(platform, own, cash);
        foreach (var order in platform.Service.All.OfType<Recovery>())
        {
            Assert.True(order.Offset + order.Waived <= order.Amount, $"Recovery {order.Id} is decided on above its amount.");
            Assert.Equal(order.Amount - order.Cashed - order.Offset - order.Waived, order.Open().Amount - order.Excess().Amount);
            Assert.True(order.Open().IsZero || order.Excess().IsZero, $"Recovery {order.Id} is owed and exceeded at once.");
            Assert.Equal(order.Cashed, order.Receipts.Where(receipt => receipt.ReversedOn is null).Sum(receipt => receipt.Amount));
            Assert.Equal(order.Waived, order.Waivers.Where(waiver => waiver.ReversedOn is null).Sum(waiver => waiver.Amount));
            Assert.Equal(order.Receipts.Count(receipt => receipt.ReversedOn is not null), own.OfType<RecoveryCashReversed>().Count(fact => fact.RecoveryId == order.Id));
        }
        foreach (var costs in platform.Service.All.OfType<ManagementCosts>())
            MustBalance(platform, [.. own.Where(fact => fact.Fund == costs.Id)], costs);
        MustShowEachLineOnce(platform);
    }

    /// <summary>Whatever facts do, a decision never promises or spends what is not there, and never with money that a donor did not bring.</summary>
    public static void MustAllowWhatWasDecided(Platform platform, int before)
    {
        foreach (var fact in platform.Service.Journal.Skip(before).Select(entry => entry.Event))
        {
            var cash = platform.Service.Find<FundCash>(fact.Fund);
            if (fact is PaymentAuthorised or CostAuthorised or RefundCashGranted)
                Assert.False(cash!.Available().IsNegative, $"{fact} is promised without cash.");
            if (fact is PaymentExecuted or CostPaid { Kind: "management" } or RefundExecuted)
                Assert.False(cash!.Balance().IsNegative, $"{fact} is paid without cash.");
            if (fact is CostAuthorised or CostPaid { Kind: "management" } or ManagementCostsReleased)
                Assert.False(platform.Service.Get<ManagementCosts>(fact.Fund).Open().IsNegative, $"{fact} is above what management may cost.");
            if (fact is PaymentAuthorised or PaymentExecuted)
                Assert.False(platform.Service.Get<Contract>(ContractOf(fact)!).Open().IsNegative, $"{fact} is above its contract.");
            // What comes back uses nothing, and what had not come back is used whatever was paid with it since.
            if (fact is PaymentReversed or PaymentReturned or CostReversed or RecoveryCashed or RecoveryOffset or RecoveryCashReversed or RecoveryOffsetReversed)
                continue;
            foreach (var part in Parts(fact).Where(part => part.Donor != Part.NoDonor))
            {
                var pot = platform.Service.Get<FundSources>(fact.Fund).Pots.Single(kept => kept.Donor == part.Donor && kept.Window == part.Window);
                Assert.True(pot.Used <= pot.Brought, $"{fact} uses more of {pot.Donor} than it brought.");
            }
        }
    }

    static void MustBalance(Platform platform, List<IFundEvent> own, Contract contract)
    {
        var facts = platform.Contracts.Applied.Select(entry => entry.Event).ToList();
        var mine = own.Where(fact => ContractOf(fact) == contract.Id).ToList();
        var ceiling = Sum<ContractSigned>(facts.Where(fact => ContractOf(fact) == contract.Id), fact => fact.Amount)
            + Sum<ContractAmended>(facts.Where(fact => ContractOf(fact) == contract.Id), fact => fact.By) - Sum<DecommitmentGranted>(mine, fact => fact.Amount);
        var paid = Sum<PaymentExecuted>(mine, fact => fact.Amount) + Sum<PaymentImported>(mine, fact => fact.Amount)
            - Sum<PaymentReversed>(mine, fact => fact.Amount) - Sum<PaymentReturned>(mine, fact => fact.Amount);
        var recovered = Sum<RecoveryCashed>(mine, fact => fact.Amount) - Sum<RecoveryCashReversed>(mine, fact => fact.Amount)
            + Sum<RecoveryOffset>(mine, fact => fact.Amount) - Sum<RecoveryOffsetReversed>(mine, fact => fact.Amount);
        var owed = mine.OfType<RecoveryEstablished>().Sum(order => Math.Max(0, Owed(order, [.. mine.Where(fact => fact.Subject == order.RecoveryId)])));
        Assert.Equal((ceiling, paid, recovered, owed), (contract.Ceiling, contract.Paid, contract.Recovered, contract.RecoveriesOpen));
        Assert.Equal(Reserved(own, contract.Fund, contract.Id), contract.Reserved);
        Assert.Equal(Sum<PrefinancingCleared>(mine, fact => fact.Amount) - Sum<PrefinancingClearingReversed>(mine, fact => fact.Amount), contract.PrefinancingCleared);
        Assert.Equal(contract.PrefinancingCleared, contract.Clearings.Where(clearing => clearing.ReversedOn is null).Sum(clearing => clearing.Amount));
        Assert.Distinct(contract.Clearings.Where(clearing => clearing.ReversedOn is null).Select(clearing => clearing.Report));

        // Facts may break the ceiling: imported history, a returned payment whose set-offs are open again, and money that had never come back.
        if (!own.Any(fact => fact is PaymentImported or PaymentReturned or RecoveryCashReversed))
            Assert.True(paid - recovered + contract.Reserved <= ceiling, $"Contract {contract.Id} is paid above its ceiling.");
        var parts = platform.Service.Find<ContractSources>(contract.Id)?.Parts ?? [];
        Assert.Equal(paid - recovered, parts.Sum(part => part.Amount));
        Assert.All(parts, part => Assert.True(part.Amount > 0 || part.Donor == Part.NoDonor, $"{part} of contract {contract.Id} was given back twice."));
    }

    /// <summary>Charges of the bank may go above the ceiling; what is decided alone never does.</summary>
    static void MustBalance(Platform platform, List<IFundEvent> own, ManagementCosts costs)
    {
        var facts = platform.Contracts.Applied.Select(entry => entry.Event).Where(fact => fact.Fund == costs.Id);
        var allocated = Sum<ManagementCostsAllocated>(facts, fact => fact.Amount) - Sum<ManagementCostsReleased>(own, fact => fact.Amount);
        var paid = own.OfType<CostPaid>().ToLookup(fact => fact.Kind, fact => fact.Amount.Amount);
        var back = own.OfType<CostReversed>().ToLookup(fact => fact.Kind, fact => fact.Amount.Amount);
        Assert.Equal(
            (allocated, paid["management"].Sum() - back["management"].Sum(), paid["bank-charge"].Sum() - back["bank-charge"].Sum()),
            (costs.Allocated, costs.Paid, costs.BankCharges));
        Assert.True(costs.Reserved + costs.Paid <= costs.Allocated, $"Management of {costs.Id} costs more than was allocated.");
    }

    static void MustBalance(Platform platform, List<IFundEvent> own, FundCash cash)
    {
        var facts = platform.Pledges.Applied.Select(entry => entry.Event).Where(fact => fact.Fund == cash.Id).ToList();
        var mine = own.Where(fact => fact.Fund == cash.Id).ToList();
        var received = Sum<ContributionReceived>(facts, fact => fact.Allocated) + Sum<ContributionAllocated>(facts, fact => fact.Amount) - Sum<ReceiptReversed>(facts, fact => fact.Allocated);
        var interest = Sum<InterestBooked>(facts, fact => fact.Amount);
        var recovered = Sum<RecoveryCashed>(mine, fact => fact.Amount) - Sum<RecoveryCashReversed>(mine, fact => fact.Amount)
            + Sum<RecoveryOffset>(mine, fact => fact.Amount) - Sum<RecoveryOffsetReversed>(mine, fact => fact.Amount);
        var paid = Sum<PaymentExecuted>(mine, fact => fact.Amount) + Sum<PaymentImported>(mine, fact => fact.Amount)
            - Sum<PaymentReversed>(mine, fact => fact.Amount) - Sum<PaymentReturned>(mine, fact => fact.Amount);
        var costs = Sum<CostPaid>(mine, fact => fact.Amount) - Sum<CostReversed>(mine, fact => fact.Amount);
        var refunded = Sum<RefundExecuted>(mine, fact => fact.Amount);
        Assert.Equal((received, interest, recovered, paid, costs, refunded), (cash.Received, cash.Interest, cash.Recovered, cash.Paid, cash.Costs, cash.Refunded));
        Assert.Equal(received + interest + recovered - paid - costs - refunded, cash.Balance().Amount);
        var waiting = Sum<ContributionReceived>(facts, fact => fact.Unallocated) - Sum<ContributionAllocated>(facts, fact => fact.Amount)
            - Sum<ReceiptReversed>(facts, fact => fact.Unallocated) + Sum<RefundReversed>(mine, fact => fact.Amount);
        Assert.Equal(waiting, cash.Unallocated);
        var granted = Sum<RefundCashGranted>(mine, fact => fact.Amount) - refunded - Sum<RefundCashRefused>(mine.Where(fact => WasGranted(mine, fact)), fact => fact.Amount);
        Assert.Equal(Reserved(own, cash.Id, null) + granted, cash.Reserved);

        var sources = platform.Service.Find<FundSources>(cash.Id);
        Assert.Equal(cash.Balance().Amount - granted, (sources?.Pots.Sum(pot => pot.Brought - pot.Used) ?? 0) - (sources?.Unattributed ?? 0));
        Assert.All(sources?.Pots ?? [], pot => Assert.True(pot.Used >= 0, $"{pot} was given back more than it paid."));
        Assert.All(mine.Where(fact => Parts(fact).Count > 0).Select(fact => (Parts(fact), AmountOf(fact))), fact =>
        {
            Assert.Equal(fact.Item2, fact.Item1.Sum(part => part.Amount.Amount));
            Assert.All(fact.Item1, part => Assert.True(part.Amount.IsPositive));
        });
    }

    /// <summary>What is authorised, payments and with no contract costs as well, and has not ended.</summary>
    static decimal Reserved(List<IFundEvent> own, string fund, string? contract)
    {
        var ended = own.Where(fact => fact is PaymentExecuted or PaymentRejected or CostPaid or CostRejected).Select(fact => fact.Subject).ToHashSet();
        return own.Where(fact => fact.Fund == fund && !ended.Contains(fact.Subject)).Sum(fact => fact switch
        {
            PaymentAuthorised payment when contract is null || payment.ContractId == contract => payment.Amount.Amount,
            CostAuthorised cost when contract is null => cost.Amount.Amount,
            _ => 0,
        });
    }

    /// <summary>A line is matched with one booking of its amount, and that with no other, or it waits under its own reference.</summary>
    static void MustShowEachLineOnce(Platform platform)
    {
        var entries = platform.Service.All.OfType<BankEntry>().ToList();
        var shown = entries.SelectMany(entry => entry.Bookings.Where(booking => booking.LineId is not null)).ToDictionary(booking => booking.LineId!);
        var waiting = entries.SelectMany(entry => entry.Waiting.Select(line => (line.LineId, entry.Id))).ToDictionary(line => line.LineId, line => line.Id);
        foreach (var line in platform.Service.All.OfType<BankLine>())
        {
            if (line.MatchedKind is null)
                Assert.Equal((line.OwnEntry(), false), (waiting[line.Id], shown.ContainsKey(line.Id)));
            else
                Assert.Equal((line.Amount, line.MatchedTarget, false, false), (shown[line.Id].Amount, shown[line.Id].TargetId, shown[line.Id].Cancelled, waiting.ContainsKey(line.Id)));
        }
        foreach (var entry in entries)
            Assert.True(entry.Bookings.Count(booking => !booking.Cancelled && booking.Kind is ("payment" or "cost" or "refund" or "recovery")) <= 1, $"{entry.Id} paid twice.");
    }

    /// <summary>Each payment's facts are in order, once each, by three different people.</summary>
    public static void MustBeByThreePeople(Platform platform)
    {
        foreach (var payment in platform.Service.All.OfType<Disbursement>().Where(payment => !payment.Imported))
        {
            var entries = platform.Service.Journal.Where(entry => entry.Event.Subject == payment.Id).ToList();
            var deciding = entries.Where(entry => entry.Event is PaymentRequested or PaymentVerified or PaymentAuthorised).ToList();
            Assert.Equal(deciding.Count, deciding.Select(entry => entry.Actor).Distinct().Count());
            var inPlaceOf = deciding.Select(entry => entry.Event).OfType<PaymentAuthorised>().SingleOrDefault()?.InPlaceOf;
            Assert.DoesNotContain(deciding.SkipLast(1), entry => inPlaceOf is not null && entry.Actor == inPlaceOf);
            Type[] chain = [typeof(PaymentRequested), typeof(PaymentVerified), typeof(PaymentAuthorised), typeof(PaymentExecuted)];
            var taken = entries.Select(entry => entry.Event.GetType()).ToList();
            Assert.Equal(payment.Status switch
            {
                DisbursementStatus.Rejected => [.. chain.Take(taken.Count - 1), typeof(PaymentRejected)],
                DisbursementStatus.Reversed => [.. chain, typeof(PaymentReversed)],
                DisbursementStatus.Returned => [.. chain, typeof(PaymentReturned)],
                _ => [.. chain.Take((int)payment.Status + 1)],
            }, taken);
        }
    }

    /// <summary>Every request that arrived has exactly one answer, in the order of arrival.</summary>
    public static void MustAnswerEveryRequest(Platform platform)
    {
        var own = platform.Service.Journal.Select(entry => entry.Event).ToList();
        Assert.Equal(
            platform.Contracts.Applied.Select(entry => entry.Event).OfType<DecommitmentRequested>().Select(request => request.RequestId),
            own.Where(fact => fact is DecommitmentGranted or DecommitmentRefused).Select(fact => fact.Subject));
        Assert.Equal(
            platform.Contracts.Applied.Select(entry => entry.Event).OfType<ManagementCostReversalRequested>().Select(request => request.AllocationId),
            own.Where(fact => fact is ManagementCostsReleased or ManagementCostReleaseRefused).Select(fact => fact.Subject));
        Assert.Equal(
            platform.Pledges.Applied.Select(entry => entry.Event).OfType<RefundCashRequested>().Select(request => request.RequestId),
            own.Where(fact => fact is RefundCashGranted || (fact is RefundCashRefused && !WasGranted(own, fact))).Select(fact => fact.Subject));
        Assert.All(own.Where(fact => fact is RefundExecuted || WasGranted(own, fact)).GroupBy(fact => fact.Subject), ends => Assert.Single(ends));
        foreach (var refund in platform.Service.All.OfType<Refund>().Where(refund => refund.Status is RefundStatus.Executed or RefundStatus.Reversed))
            Assert.NotEqual(refund.RequestedBy, refund.ExecutedBy);
        foreach (var reversal in own.OfType<RefundReversed>().GroupBy(fact => fact.RequestId))
        {
            var (fact, refund) = (Assert.Single(reversal), platform.Service.Get<Refund>(reversal.Key));
            Assert.Equal(Assert.Single(own.OfType<RefundExecuted>(), paid => paid.RequestId == reversal.Key).Amount, fact.Amount);
            Assert.True(fact.BankReference is not null || refund.ReversedBy != refund.ExecutedBy, $"{refund.Id} is corrected by who booked it.");
        }
    }

    /// <summary>What the partner of an order owes; negative where more came back.</summary>
    static decimal Owed(RecoveryEstablished order, List<IFundEvent> its) =>
        order.Amount.Amount - Sum<RecoveryCashed>(its, fact => fact.Amount) + Sum<RecoveryCashReversed>(its, fact => fact.Amount)
        - Sum<RecoveryOffset>(its, fact => fact.Amount) + Sum<RecoveryOffsetReversed>(its, fact => fact.Amount) - Sum<RecoveryWaived>(its, fact => fact.Amount)
        + Sum<RecoveryWaiverReversed>(its, fact => fact.Amount);

    /// <summary>Whether it refuses a refund that had been granted.</summary>
    static bool WasGranted(List<IFundEvent> own, IFundEvent fact) =>
        fact is RefundCashRefused && own.OfType<RefundCashGranted>().Any(granted => granted.RequestId == fact.Subject);

    static decimal Sum<T>(IEnumerable<IFundEvent> facts, Func<T, Money> amount)
        where T : IFundEvent => facts.OfType<T>().Sum(fact => amount(fact).Amount);

    static string? ContractOf(IFundEvent fact) => fact.GetType().GetProperty("ContractId")?.GetValue(fact) as string;

    static decimal AmountOf(IFundEvent fact) => ((Money)fact.GetType().GetProperty("Amount")!.GetValue(fact)!).Amount;

    static IReadOnlyList<AttributedAmount> Parts(IFundEvent fact) => fact.GetType().GetProperty("Attribution")?.GetValue(fact) as IReadOnlyList<AttributedAmount> ?? [];
}
