using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Payments;
using TrustFund.Leverage;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Reductions;
using TrustFund.Simulation.Tests.Bus;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>When nothing is left to be heard, nothing is pending and all services say the same to the cent.</summary>
static class Agreement
{
    public static void MustBeReached(World world, Books books)
    {
        NothingIsUnderWay(world, books);
        foreach (var code in books.Remembered.Funds.Keys)
        {
            Certificates(world, code);
            Cash(world, code, books.Ledger);
            ManagementCosts(world, code);
            Views(world, code, books.Ledger);
        }
        Contracts(world, books);
        AuditAgreement.MustBeReached(world.Audit, books);
    }

    static void NothingIsUnderWay(World world, Books books)
    {
        Assert.All(Followings.All, following =>
        {
            Assert.Equal(0, world.Queue(following.Follower, following.Source).Count);
            Assert.Equal(world[following.Source].Service.Journal.Count, world[following.Follower].Cursors[following.Source]);
        });
        Assert.Equal(
            (0, 0, 0, 0, 0),
            (books.Reductions.Open, books.Decommitments.Open, books.ManagementCosts.Open, books.Refunds.UnderWay, books.Periods.Pending));
        Assert.DoesNotContain(world.Pledges.Service.All.OfType<Reduction>(), reduction => reduction.State == ReductionState.Pending);
        Assert.DoesNotContain(world.Contracts.Service.All.OfType<Decommitment>(), request => request.State == DecommitmentState.Pending);
        Assert.All(world.Pledges.Service.All.OfType<FundTotals>(), totals => Assert.Equal(0, totals.Reserved));
        Assert.All(world.Contracts.Service.All.OfType<SignedContract>(), contract => Assert.Equal(0, contract.Pending));
    }

    /// <summary>
    /// Pledges, Contracts and Leverage agree on what may be promised: in all, for each window, and for the pool. What a granted refund waits
    /// for the bank with has left the resources already, and the certificates not yet.
    /// </summary>
    static void Certificates(World world, string fund)
    {
        var totals = world.Pledges.Service.Get<FundTotals>(fund);
        var spending = world.Contracts.Service.Get<SpendingFund>(fund);
        var input = world.Leverage.Service.Get<FundInput>(fund);
        var windows = world.Pledges.Service.All.OfType<PledgingWindow>().Where(window => window.Fund == fund).ToList();
        var promised = world.Pledges.Service.All.OfType<Pledge>().Where(pledge => pledge.Fund == fund && pledge.Refund is not null)
            .Select(pledge => world.Pledges.Service.Get<TrustFund.Pledges.Refunds.Refund>(pledge.Refund!.RequestId)).ToList();
        decimal Promised(string? window) => promised.Where(refund => refund.Window == window).Sum(refund => refund.FromAllocated);
        foreach (var window in windows)
        {
            Assert.Equal(window.Earmarked + window.ExchangeDifference - Promised(window.Code), world.Contracts.Service.Get<SpendingWindow>(window.Id).Earmarked);
            Assert.Equal(window.Earmarked + window.ExchangeDifference, world.Leverage.Service.Get<WindowInput>(window.Id).Certified);
        }
        Assert.Equal(totals.Earmarked, windows.Sum(window => window.Earmarked));
        var pooled = totals.Certified - totals.Earmarked + totals.ExchangeDifference - windows.Sum(window => window.ExchangeDifference);
        Assert.Equal(pooled + totals.InterestAvailable - Promised(null), spending.Pool);
        Assert.Equal(totals.Certified + totals.ExchangeDifference, input.Certified);
    }

    /// <summary>Pledges and Disbursements agree on what came in, Disbursements and Contracts on what went out; cash in less cash out is cash.</summary>
    static void Cash(World world, string fund, Ledger books)
    {
        var totals = world.Pledges.Service.Get<FundTotals>(fund);
        var cash = world.Disbursements.Service.Get<FundCash>(fund);
        Assert.Equal((totals.Allocated, totals.Received - totals.Allocated), (cash.Received - cash.Refunded, cash.Unallocated));
        Assert.Equal(totals.Interest, cash.Interest);
        var netPaid = world.Contracts.Service.All.OfType<ContractPayments>().Where(payments => payments.Fund == fund).Sum(payments => payments.Paid);
        Assert.Equal(cash.Paid - cash.Recovered, netPaid);
        Assert.Equal(netPaid, world.Contracts.Service.All.OfType<WindowPayments>().Where(payments => payments.Fund == fund).Sum(payments => payments.Paid));
        Assert.Equal(totals.Received + totals.Interest - netPaid - cash.Costs, cash.Balance().Amount + cash.Unallocated);
        var reserved = world.Disbursements.Service.All.OfType<PayableContract>().Where(contract => contract.Fund == fund).Sum(contract => contract.Reserved);
        var refunds = world.Pledges.Service.All.OfType<TrustFund.Pledges.Refunds.Refund>()
            .Where(refund => refund.Fund == fund && refund.State == TrustFund.Pledges.Refunds.RefundState.AwaitingPayment).Sum(refund => refund.FromAllocated);
        Assert.Equal(cash.Reserved, reserved + books[CostsReserved, fund] + refunds);
    }

    /// <summary>Contracts and Disbursements agree on what management and the bank may cost.</summary>
    static void ManagementCosts(World world, string fund) => Assert.Equal(
        world.Contracts.Service.Get<SpendingFund>(fund).ManagementCosts,
        world.Disbursements.Service.Find<TrustFund.Disbursements.Costs.ManagementCosts>(fund)?.Allocated ?? 0);

    static void Contracts(World world, Books books)
    {
        Assert.Equal(books.Remembered.Contracts.Count, world.Contracts.Service.All.OfType<SignedContract>().Count());
        Assert.Equal(books.Remembered.Contracts.Count, world.Disbursements.Service.All.OfType<PayableContract>().Count());
        foreach (var contract in world.Contracts.Service.All.OfType<SignedContract>())
        {
            var payable = world.Disbursements.Service.Get<PayableContract>(contract.Id);
            var paid = world.Contracts.Service.Find<ContractPayments>(contract.Id)?.Paid ?? 0;
            Assert.Equal(
                (contract.Contracted, contract.Decommitted, paid, contract.Partner, contract.WindowCode, contract.Currency),
                (payable.Ceiling, payable.Decommitted, payable.NetPaid().Amount, payable.Partner, payable.Window, payable.Currency));
        }
    }

    /// <summary>What people read adds up: windows, cross-window and unallocated are the fund.</summary>
    static void Views(World world, string code, Ledger books)
    {
        var service = world.Contracts.Service;
        decimal Paid(string? window) => service.Find<WindowPayments>(WindowPayments.KeyOf(code, window))?.Paid ?? 0;
        var windows = service.All.OfType<SpendingWindow>().Where(window => window.Fund == code).OrderBy(window => window.Position).ToList();
        var book = new FundBook(service.Get<SpendingFund>(code), [.. windows.Select(window => new WindowBook(window, Paid(window.Code)))], Paid(null));
        var available = AvailabilityView.Of(book);
        var own = available.Windows.Sum(window => window.Resources.Amount - window.CrossWindowApproved.Amount);
        var all = books[Resources, code] + windows.Sum(window => books[Resources, window.Id]);
        Assert.Equal(all, own + available.CrossWindowApproved.Amount + available.Unallocated.Amount);
        var balances = FundBalancesView.Of(book);
        Assert.Equal(books[CashPaid, code] - books[CashRecovered, code], balances.Total.Paid.Amount);
        Assert.Equal(books[Contracted, code], balances.Windows.Sum(window => window.Contracted.Amount) + balances.CrossWindow.Contracted.Amount);
        Assert.Equal(books[Approved, code], balances.Total.Approved.Amount);
        foreach (var action in service.All.OfType<FundAction>())
            Assert.Equal(action.Approved - action.Contracted, ActionView.Of(action, 0).Rac.Amount);
        Leverage(world.Leverage.Service, code);
    }

    /// <summary>What instruments claim lies within what is certified, on whichever basis.</summary>
    static void Leverage(MemoryService service, string fund)
    {
        var books = new FundBooks(
            service.Get<FundInput>(fund),
            [.. service.All.OfType<WindowInput>().Where(window => window.Fund == fund)],
            [.. service.All.OfType<Instrument>().Where(instrument => instrument.Fund == fund)],
            service.Find<Portfolio>(fund),
            service.Find<MobilisationTarget>(fund));
        var (headline, cash) = (books.Leverage(Basis.Headline), books.Leverage(Basis.Cash));
        Assert.True(cash.Input <= headline.Input && headline.Input.Amount <= books.Fund.Certified);
        Assert.Equal(headline.Input.Amount, headline.Instruments.Sum(instrument => instrument.Face.Amount));
    }
}
