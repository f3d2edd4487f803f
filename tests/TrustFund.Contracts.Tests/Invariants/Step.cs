using FsCheck;
using FsCheck.Fluent;

namespace TrustFund.Contracts.Tests.Invariants;

/// <summary>What happens to a fund.</summary>
public enum Happening
{
    Certify,
    CertifyEarmarked,
    Allocate,
    Approve,
    ApproveAcrossWindows,
    Sign,
    AskForDecommitment,
    AskBackFromPool,
    AskBackFromWindow,
    DisbursementsReads,
    DisbursementsPays,
    DisbursementsIsHeard,
}

/// <summary>How much is asked for.</summary>
public enum Asked
{
    ThisMuch,
    TheLargestPossible,
    OneCentMoreThanPossible,
}

/// <summary>One thing that happens: what, to which, and how much.</summary>
/// <param name="What">What happens.</param>
/// <param name="Which">Which of the windows, actions or contracts there are.</param>
/// <param name="Other">A second choice, such as a split's other window.</param>
/// <param name="Cents">An amount.</param>
/// <param name="Asked">Whether to ask for that amount, or for one at the edge.</param>
public sealed record Step(Happening What, int Which, int Other, int Cents, Asked Asked);

/// <summary>Steps in such proportions that money gets all the way through and some of it back.</summary>
public static class Steps
{
    public static Arbitrary<Step> Any() => Arb.From(
        from what in Gen.Frequency(
            (6, Gen.Constant(Happening.Certify)),
            (5, Gen.Constant(Happening.CertifyEarmarked)),
            (5, Gen.Constant(Happening.Allocate)),
            (6, Gen.Constant(Happening.Approve)),
            (4, Gen.Constant(Happening.ApproveAcrossWindows)),
            (8, Gen.Constant(Happening.Sign)),
            (8, Gen.Constant(Happening.AskForDecommitment)),
            (1, Gen.Constant(Happening.AskBackFromPool)),
            (1, Gen.Constant(Happening.AskBackFromWindow)),
            (7, Gen.Constant(Happening.DisbursementsReads)),
            (2, Gen.Constant(Happening.DisbursementsPays)),
            (7, Gen.Constant(Happening.DisbursementsIsHeard)))
        from which in Gen.Choose(0, 1000)
        from other in Gen.Choose(0, 1000)
        from cents in Gen.Choose(0, 30_000)
        from asked in Gen.Frequency(
            (6, Gen.Constant(Asked.ThisMuch)), (2, Gen.Constant(Asked.TheLargestPossible)), (1, Gen.Constant(Asked.OneCentMoreThanPossible)))
        select new Step(what, which, other, cents, asked));
}
