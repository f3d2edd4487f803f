using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Reductions;

/// <summary>What a part of a pledge that is taken back, or made certain, is booked at in the fund's currency: no rate is asked, it leaves at what it came in at.</summary>
static class TakenBack
{
    /// <summary>A part of what is not certified, in proportion to what that is booked at.</summary>
    public static Money Uncertified(Pledge pledge, Money own) => pledge.Foreign is { } foreign
        ? Proportion.Of(pledge.In(pledge.Booked().Uncertified()), own.Amount, foreign.Own.Uncertified())
        : own;

    /// <summary>A part of what one pot still expects, in proportion to what that is booked at.</summary>
    public static Money Certified(Pledge pledge, Money own, string? window) => pledge.Foreign is { } foreign
        ? Proportion.Of(pledge.In(pledge.Booked().FreeIn(window)), own.Amount, foreign.Own.FreeIn(window))
        : own;
}
