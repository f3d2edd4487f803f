using FsCheck;
using FsCheck.Fluent;

namespace TrustFund.Contracts.Tests.Invariants;

/// <summary>What happens to a fund.</summary>
public enum Happening
{
    Certify,
    CertifyEarmarked,
    Allocate,
    ReverseAllocation,
    AllocateManagementCosts,
    ReverseManagementCosts,
    Transfer,
    Approve,
    ApproveAcrossWindows,
    RaiseAction,
    LowerAction,
    ChangeAcrossWindows,
    Sign,
    SignCoFinanced,
    Amend,
    ChangeState,
    AskForDecommitment,
    MoveDeadline,
    ClockStrikes,
    AskBackFromPool,
    AskBackFromWindow,
    AskForRefund,
    DisbursementsReads,
    DisbursementsPays,
    DisbursementsIsHeard,
    RecordInterest,
    RealiseDifference,
    RejectRefund,
    ImportContract,
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
public sealed record Step(Happening What, int Which, int Other, int Cents, Asked Asked)
{
    /// <summary>Whether it is a fact that may leave a fund, a window or an action with less than is promised on it.</summary>
    public bool MayFallShort() => What is Happening.RecordInterest or Happening.RealiseDifference or Happening.ImportContract;
}

/// <summary>Steps in such proportions that money gets all the way through and some of it back.</summary>
public static class Steps
{
    public static Arbitrary<Step> Any() => Arb.From(
        from what in Gen.Frequency(
            (6, Gen.Constant(Happening.Certify)),
            (5, Gen.Constant(Happening.CertifyEarmarked)),
            (5, Gen.Constant(Happening.Allocate)),
            (1, Gen.Constant(Happening.ReverseAllocation)),
            (1, Gen.Constant(Happening.AllocateManagementCosts)),
            (1, Gen.Constant(Happening.ReverseManagementCosts)),
            (2, Gen.Constant(Happening.Transfer)),
            (6, Gen.Constant(Happening.Approve)),
            (4, Gen.Constant(Happening.ApproveAcrossWindows)),
            (3, Gen.Constant(Happening.RaiseAction)),
            (3, Gen.Constant(Happening.LowerAction)),
            (3, Gen.Constant(Happening.ChangeAcrossWindows)),
            (8, Gen.Constant(Happening.Sign)),
            (3, Gen.Constant(Happening.SignCoFinanced)),
            (4, Gen.Constant(Happening.Amend)),
            (1, Gen.Constant(Happening.ChangeState)),
            (8, Gen.Constant(Happening.AskForDecommitment)),
            (1, Gen.Constant(Happening.MoveDeadline)),
            (1, Gen.Constant(Happening.ClockStrikes)),
            (1, Gen.Constant(Happening.AskBackFromPool)),
            (1, Gen.Constant(Happening.AskBackFromWindow)),
            (1, Gen.Constant(Happening.AskForRefund)),
            (7, Gen.Constant(Happening.DisbursementsReads)),
            (2, Gen.Constant(Happening.DisbursementsPays)),
            (7, Gen.Constant(Happening.DisbursementsIsHeard)),
            (1, Gen.Constant(Happening.RecordInterest)),
            (1, Gen.Constant(Happening.RealiseDifference)),
            (1, Gen.Constant(Happening.RejectRefund)),
            (1, Gen.Constant(Happening.ImportContract)))
        from which in Gen.Choose(0, 1000)
        from other in Gen.Choose(0, 1000)
        from cents in Gen.Choose(0, 30_000)
        from asked in Gen.Frequency(
            (6, Gen.Constant(Asked.ThisMuch)), (2, Gen.Constant(Asked.TheLargestPossible)), (1, Gen.Constant(Asked.OneCentMoreThanPossible)))
        select new Step(what, which, other, cents, asked));
}

/// <summary>Very many steps.</summary>
public sealed record Chronicle(IReadOnlyList<Step> Steps)
{
    public override string ToString() => $"{Steps.Count} steps";
}

/// <summary>Chronicles, which are not shortened: a part of one proves nothing.</summary>
public static class Chronicles
{
    public static Arbitrary<Chronicle> Any() => Arb.From(Steps.Any().Generator.ArrayOf(3_000).Select(steps => new Chronicle(steps)));
}
