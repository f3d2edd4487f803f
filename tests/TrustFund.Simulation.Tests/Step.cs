using FsCheck;
using FsCheck.Fluent;

namespace TrustFund.Simulation.Tests;

/// <summary>What may happen next, anywhere on the platform.</summary>
public enum Happening
{
    EstablishFund,
    OpenWindow,
    RegisterDonor,
    AnnouncePledge,
    RaisePledge,
    CertifyPledge,
    RecordReceipt,
    ReduceUncertified,
    ReduceCertified,
    PledgeInKind,
    RegisterPartner,
    AllocateResources,
    ReverseAllocation,
    ApproveAction,
    ApproveAcrossWindows,
    SignContract,
    RequestDecommitment,
    RequestPayment,
    AdvancePayment,
    StepOutOfTurn,
    RejectPayment,
    OpenInstrument,
    RecordOperation,
    SetMobilisationTarget,
    AnnounceAbroad,
    RecordFxRate,
    ConfirmPledge,
    WithdrawPledge,
    ChangeDonorKind,
    ChangeInKind,
    CallInstalment,
    ReverseInstalmentCall,
    CancelInstalment,
    ReverseReceipt,
    BookInterest,
    ReverseInterest,
    RequestRefund,
    ExecuteRefund,
    ReverseRefund,
    RejectRefund,
    TransferResources,
    AllocateManagementCosts,
    ReverseManagementCosts,
    ApproveRider,
    ImportContract,
    AmendContract,
    ChangeContractState,
    SetDeadline,
    PassTime,
    RecordResult,
    UndoPayment,
    ImportPayment,
    RequestCost,
    AdvanceCost,
    ChargeBank,
    ClearPrefinancing,
    ReverseClearing,
    EstablishRecovery,
    SettleRecovery,
    ReverseRecoveryReceipt,
    ReverseWaiver,
    ChangeAccount,
    SetAuthority,
    RecordStatement,
    MatchLine,
    AdvanceOperation,
    ClosePeriod,
    WorkOnException,
    RecordFigure,
    ImportFile,
    Relay,
    Deliver,
    CatchUp,
    LoseQueue,
    Stop,
    Start,
    Crash,
}

/// <summary>How much is asked for.</summary>
public enum Asked
{
    ThisMuch,
    APartOfWhatIsPossible,
    TheLargestPossible,
    OneUnitMoreThanPossible,
}

/// <summary>What is wrong with a command; it must be refused for it.</summary>
public enum Flaw
{
    None,
    AnotherFund,
    UnknownThing,
    AnotherCurrency,
    Nothing,
    BelowNothing,
    InTheFuture,
    BeforeAllFunds,
}

/// <summary>
/// One thing that happens. The numbers choose among whatever there is at that moment, so that any part of a sequence of steps makes sense:
/// a failing sequence shrinks.
/// </summary>
/// <param name="What">What happens.</param>
/// <param name="Which">Which of the things there are.</param>
/// <param name="Other">A second choice, such as a window.</param>
/// <param name="Third">A third one, such as a fault of the bus.</param>
/// <param name="Person">Who does it.</param>
/// <param name="Units">How much.</param>
/// <param name="Asked">Whether to ask for that much, or for an amount at the edge.</param>
/// <param name="Flaw">What is wrong with it.</param>
public sealed record Step(Happening What, int Which, int Other, int Third, int Person, int Units, Asked Asked, Flaw Flaw);

/// <summary>Steps in such proportions that money gets all the way through, some of it back, and all limits are met often.</summary>
static class Steps
{
    static readonly (int Weight, Happening What)[] Weights =
    [
        (2, Happening.EstablishFund), (2, Happening.OpenWindow), (1, Happening.RegisterDonor),
        (5, Happening.AnnouncePledge), (3, Happening.RaisePledge), (10, Happening.CertifyPledge), (8, Happening.RecordReceipt),
        (2, Happening.ReduceUncertified), (7, Happening.ReduceCertified), (3, Happening.PledgeInKind),
        (1, Happening.RegisterPartner), (9, Happening.AllocateResources), (2, Happening.ReverseAllocation), (9, Happening.ApproveAction), (5, Happening.ApproveAcrossWindows),
        (13, Happening.SignContract), (7, Happening.RequestDecommitment),
        (20, Happening.RequestPayment), (70, Happening.AdvancePayment), (3, Happening.StepOutOfTurn), (4, Happening.RejectPayment),
        (2, Happening.OpenInstrument), (3, Happening.RecordOperation), (1, Happening.SetMobilisationTarget),
        (4, Happening.AnnounceAbroad), (1, Happening.RecordFxRate), (1, Happening.ConfirmPledge), (1, Happening.WithdrawPledge),
        (1, Happening.ChangeDonorKind), (4, Happening.ChangeInKind), (2, Happening.CallInstalment), (1, Happening.ReverseInstalmentCall), (2, Happening.CancelInstalment),
        (2, Happening.ReverseReceipt), (3, Happening.BookInterest), (1, Happening.ReverseInterest), (9, Happening.RequestRefund),
        (7, Happening.ExecuteRefund), (4, Happening.ReverseRefund), (1, Happening.RejectRefund), (2, Happening.TransferResources), (3, Happening.AllocateManagementCosts), (1, Happening.ReverseManagementCosts), (4, Happening.ApproveRider),
        (1, Happening.ImportContract), (3, Happening.AmendContract), (2, Happening.ChangeContractState), (2, Happening.SetDeadline),
        (6, Happening.PassTime), (1, Happening.RecordResult), (4, Happening.UndoPayment), (1, Happening.ImportPayment),
        (3, Happening.RequestCost), (8, Happening.AdvanceCost), (1, Happening.ChargeBank), (3, Happening.ClearPrefinancing), (1, Happening.ReverseClearing),
        (7, Happening.EstablishRecovery), (4, Happening.SettleRecovery), (2, Happening.ReverseRecoveryReceipt), (1, Happening.ReverseWaiver), (3, Happening.ChangeAccount), (2, Happening.SetAuthority),
        (2, Happening.RecordStatement), (2, Happening.MatchLine), (5, Happening.AdvanceOperation), (3, Happening.ClosePeriod),
        (1, Happening.WorkOnException), (1, Happening.RecordFigure), (2, Happening.ImportFile),
        (60, Happening.Relay), (110, Happening.Deliver), (9, Happening.CatchUp),
        (1, Happening.LoseQueue), (3, Happening.Stop), (14, Happening.Start), (1, Happening.Crash),
    ];

    static readonly Gen<Step> One =
        from what in Gen.Frequency(Weights.Select(weight => (weight.Weight, Gen.Constant(weight.What))))
        from which in Gen.Choose(0, 1_000)
        from other in Gen.Choose(0, 1_000)
        from third in Gen.Choose(0, 1_000)
        from person in Gen.Choose(0, 3)
        from units in Gen.Choose(1, 30_000)
        from asked in Gen.Frequency(
            (2, Gen.Constant(Asked.ThisMuch)), (5, Gen.Constant(Asked.APartOfWhatIsPossible)),
            (2, Gen.Constant(Asked.TheLargestPossible)), (2, Gen.Constant(Asked.OneUnitMoreThanPossible)))
        from flaw in Gen.Frequency((12, Gen.Constant(Flaw.None)), (1, Gen.Elements(Enum.GetValues<Flaw>())))
        select new Step(what, which, other, third, person, units, asked, flaw);

    /// <summary>Sequences of so many steps.</summary>
    public static Gen<Step[]> Sequences(int least, int most) => Gen.Choose(least, most).SelectMany(length => One.ArrayOf(length));

    /// <summary>The sequence without some part of it, larger parts first.</summary>
    public static IEnumerable<Step[]> Shorter(Step[] steps)
    {
        for (var part = steps.Length / 2; part >= 1; part /= 2)
        {
            for (var from = steps.Length - part; from >= 0; from -= part)
                yield return [.. steps[..from], .. steps[(from + part)..]];
        }
    }
}
