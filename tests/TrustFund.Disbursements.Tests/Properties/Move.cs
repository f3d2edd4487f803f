using FsCheck;
using FsCheck.Fluent;

namespace TrustFund.Disbursements.Tests.Properties;

/// <summary>What may happen next, anywhere on the platform.</summary>
public enum MoveKind
{
    Receive,
    Allocate,
    Sign,
    AskToDecommit,
    DeliverPledges,
    DeliverContracts,
    Request,
    Advance,
    StepOutOfTurn,
    Reject,
    ExecuteWithUsedReference,
    ReverseReceipt,
    BookInterest,
    AskForRefund,
    ChangeContract,
    AllocateManagement,
    ReverseManagement,
    SetAuthority,
    UndoPayment,
    ImportPayment,
    ClearPrefinancing,
    ReverseClearing,
    Recover,
    ReverseRecoveryReceipt,
    ReverseWaiver,
    ExecuteWithOffset,
    Cost,
    ExecuteRefund,
    RejectRefund,
    ReverseRefund,
    TakeStatement,
    MatchLine,
    ChangeAccount,
}

/// <summary>
/// One thing that happens. The numbers choose among whatever there is at that moment, so that any sequence of moves makes sense, and any
/// part of one still does: a failing sequence shrinks.
/// </summary>
public sealed record Move(MoveKind Kind, int Fund, int Contract, int Person, int Cents, int Pick);

/// <summary>How moves are drawn. FsCheck prints the seed of a failure; it is replayed with <c>[Property(Replay = "…")]</c>.</summary>
public static class Moves
{
    public static Arbitrary<Move> Any() => Drawn.ToArbitrary();

    /// <summary>Small amounts, few contracts and few people, so that they collide.</summary>
    public static Gen<Move> Drawn { get; } =
        from kind in Gen.Frequency(
            (8, Gen.Constant(MoveKind.Receive)),
            (1, Gen.Constant(MoveKind.Allocate)),
            (8, Gen.Constant(MoveKind.Sign)),
            (3, Gen.Constant(MoveKind.AskToDecommit)),
            (6, Gen.Constant(MoveKind.DeliverPledges)),
            (6, Gen.Constant(MoveKind.DeliverContracts)),
            (16, Gen.Constant(MoveKind.Request)),
            (30, Gen.Constant(MoveKind.Advance)),
            (3, Gen.Constant(MoveKind.StepOutOfTurn)),
            (8, Gen.Constant(MoveKind.Reject)),
            (4, Gen.Constant(MoveKind.ExecuteWithUsedReference)),
            (2, Gen.Constant(MoveKind.ReverseReceipt)),
            (2, Gen.Constant(MoveKind.BookInterest)),
            (2, Gen.Constant(MoveKind.AskForRefund)),
            (4, Gen.Constant(MoveKind.ChangeContract)),
            (2, Gen.Constant(MoveKind.AllocateManagement)),
            (1, Gen.Constant(MoveKind.ReverseManagement)),
            (1, Gen.Constant(MoveKind.SetAuthority)),
            (5, Gen.Constant(MoveKind.UndoPayment)),
            (2, Gen.Constant(MoveKind.ImportPayment)),
            (5, Gen.Constant(MoveKind.ClearPrefinancing)),
            (1, Gen.Constant(MoveKind.ReverseClearing)),
            (9, Gen.Constant(MoveKind.Recover)),
            (4, Gen.Constant(MoveKind.ReverseRecoveryReceipt)),
            (4, Gen.Constant(MoveKind.ReverseWaiver)),
            (6, Gen.Constant(MoveKind.ExecuteWithOffset)),
            (8, Gen.Constant(MoveKind.Cost)),
            (2, Gen.Constant(MoveKind.ExecuteRefund)),
            (1, Gen.Constant(MoveKind.RejectRefund)),
            (2, Gen.Constant(MoveKind.ReverseRefund)),
            (3, Gen.Constant(MoveKind.TakeStatement)),
            (2, Gen.Constant(MoveKind.MatchLine)),
            (3, Gen.Constant(MoveKind.ChangeAccount)))
        from fund in Gen.Choose(0, 1)
        from contract in Gen.Choose(0, 2)
        from person in Gen.Choose(0, 3)
        from cents in Gen.Frequency((6, Gen.Choose(1, 60)), (1, Gen.Choose(-1, 0)))
        from pick in Gen.Choose(0, 1_000)
        select new Move(kind, fund, contract, person, cents, pick);
}
