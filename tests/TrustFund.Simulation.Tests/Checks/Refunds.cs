using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// Refunds on their way: what was promised on is asked of Contracts, then the cash of Disbursements, then the bank pays; refused at either
/// place, or rejected before it is paid, everything is as it was. Whoever asked for it does not pay it. Reversed once it was paid, it comes back
/// once, whole, at what it went out at.
/// </summary>
sealed class Refunds
{
    enum Stage
    {
        Asked,
        Released,
        CashAsked,
        CashGranted,
        Refused,
        CashRefused,
        Paid,
        Completed,
        Rejected,
        TakenBack,
    }

    readonly Dictionary<string, (RefundRequested Request, Stage Stage)> refunds = [];
    readonly Dictionary<string, string> askedBy = [];

    /// <summary>Those that the bank took money of the pledge back under.</summary>
    readonly HashSet<string> cut = [];

    /// <summary>Those that were reversed at the bank.</summary>
    readonly HashSet<string> reversed = [];
    readonly Dictionary<string, string> paidBy = [];

    public bool Knows(string id) => refunds.ContainsKey(id);

    /// <summary>How many wait for another service; those that are granted wait for the bank.</summary>
    public int UnderWay => refunds.Values.Count(refund => refund.Stage is not (Stage.CashGranted or Stage.Completed or Stage.Rejected or Stage.TakenBack))
        + reversed.Count(id => refunds[id].Stage == Stage.Completed);

    public void Enter(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case ReceiptReversed { BankReference: not null } e:
                cut.UnionWith(refunds.Where(refund => refund.Value.Request.PledgeId == e.PledgeId && refund.Value.Stage < Stage.Paid).Select(refund => refund.Key));
                break;
            case RefundRequested e:
                Assert.Equal(e.Amount, e.FromAllocated + e.FromUnallocated);
                askedBy.Add(e.RequestId, recorded.Actor);
                refunds.Add(e.RequestId, (e, e.FromAllocated.IsPositive ? Stage.Asked : Stage.Released));
                break;
            case ResourcesReleased e when Knows(e.RequestId):
                Assert.Equal((Of(e.RequestId).FromAllocated, Of(e.RequestId).Window), (e.Amount, e.Window));
                Move(e.RequestId, Stage.Asked, Stage.Released);
                break;
            case ReleaseRefused e when Knows(e.RequestId):
                Assert.True(e.LargestReleasable < e.Amount && e.Amount == Of(e.RequestId).FromAllocated);
                Move(e.RequestId, Stage.Asked, Stage.Refused);
                break;
            case RefundCashRequested e:
                MustBe(Of(e.RequestId), e.Amount, e.FromUnallocated, e.FromAllocated, e.Window);
                Assert.Equal(askedBy[e.RequestId], e.RequestedBy);
                Move(e.RequestId, Stage.Released, Stage.CashAsked);
                break;
            case RefundCashGranted e:
                Move(e.RequestId, Stage.CashAsked, Stage.CashGranted);
                break;
            case RefundCashRefused e:
                Assert.True(e.LargestReleasable <= e.Amount && e.Amount == Of(e.RequestId).Amount);
                Move(e.RequestId, refunds[e.RequestId].Stage == Stage.CashGranted ? Stage.CashGranted : Stage.CashAsked, Stage.CashRefused);
                break;
            case RefundExecuted e:
                Assert.NotEqual(askedBy[e.RequestId], recorded.Actor);
                Assert.Equal(Of(e.RequestId).Amount, e.Amount);
                Move(e.RequestId, Stage.CashGranted, Stage.Paid);
                paidBy.Add(e.RequestId, recorded.Actor);
                break;
            case RefundReversed e:
                Assert.True(refunds[e.RequestId].Stage is Stage.Paid or Stage.Completed && reversed.Add(e.RequestId), $"{e} was not paid, or is reversed twice.");
                Assert.Equal(Of(e.RequestId).Amount, e.Amount);
                Assert.True(e.BankReference is not null || paidBy[e.RequestId] != recorded.Actor, $"{e} is corrected by who booked it.");
                break;
            case RefundTakenBack e:
                Assert.Contains(e.RequestId, reversed);
                Assert.Equal((Of(e.RequestId).Amount, Of(e.RequestId).Original), (e.Amount, e.Original));
                Move(e.RequestId, Stage.Completed, Stage.TakenBack);
                break;
            case RefundCompleted e:
                MustBe(Of(e.RequestId), e.Amount, e.FromUnallocated, e.FromAllocated, e.Window);
                Move(e.RequestId, Stage.Paid, Stage.Completed);
                break;
            case RefundRejected e:
                Reject(e);
                break;
            default:
                break;
        }
    }

    /// <summary>Contracts has back what it had released: at once where the money was lost on the way.</summary>
    void Reject(RefundRejected e)
    {
        var (asked, stage) = refunds[e.RequestId];
        Assert.Equal((asked.Amount, asked.Window), (e.Amount, e.Window));
        Assert.Equal(stage == Stage.Refused ? e.Returned - e.Returned : asked.FromAllocated, e.Returned);
        Assert.True(stage is Stage.Refused or Stage.CashRefused || cut.Contains(e.RequestId), $"{e} was refused by nobody.");
        Move(e.RequestId, stage is Stage.Refused or Stage.CashRefused ? stage : Stage.Released, Stage.Rejected);
    }

    RefundRequested Of(string id) => refunds[id].Request;

    void Move(string id, Stage from, Stage to)
    {
        Assert.Equal((id, from), (id, refunds[id].Stage));
        refunds[id] = (refunds[id].Request, to);
    }

    static void MustBe(RefundRequested asked, Money amount, Money fromUnallocated, Money fromAllocated, string? window) =>
        Assert.Equal((asked.Amount, asked.FromUnallocated, asked.FromAllocated, asked.Window), (amount, fromUnallocated, fromAllocated, window));
}
