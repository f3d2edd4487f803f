using FsCheck;
using FsCheck.Fluent;
using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage.Tests;

/// <summary>Something that happens to a fund, in Pledges or here.</summary>
public abstract record Step;

/// <summary>A certificate, in cents: to the pool and to each of the windows.</summary>
public sealed record Certify(int Pool, int Blending, int Guarantee) : Step;

/// <summary>A share of what is certified to the pool or a window is taken back.</summary>
public sealed record Reduce(string? Window, int Percent) : Step;

/// <summary>An instrument is opened, where that is allowed.</summary>
public sealed record Open(string Code, InstrumentKind Kind, string? Window, int Percent) : Step;

/// <summary>A target is set, in whole euros.</summary>
public sealed record Aim(int Euros) : Step;

/// <summary>An operation is recorded, in cents, backed by some of the instruments there may be; of that percentage it itemises who brings it.</summary>
public sealed record Operate(string[] Instruments, int Cents, int Itemised) : Step;

/// <summary>One of the operations is signed, in cents: for each of its instruments, and by a public and a private financier.</summary>
public sealed record Sign(int Which, int Backing, int Public, int Private) : Step;

/// <summary>A percentage of what was signed is disbursed, with or without the instruments' part.</summary>
public sealed record Disburse(int Which, int Percent, bool Cover) : Step;

/// <summary>One of the operations is cancelled.</summary>
public sealed record Cancel(int Which) : Step;

/// <summary>One of the entries of one of the operations is reversed.</summary>
public sealed record Reverse(int Which, int Entry) : Step;

/// <summary>A receipt at another rate changes what is certified, in cents, up or down.</summary>
public sealed record TrueUp(string? Window, int Cents) : Step;

/// <summary>A share of what is certified to the pool or a window goes back to a donor, and as much that was never certified.</summary>
public sealed record Refund(string? Window, int Percent) : Step;

/// <summary>Random steps.</summary>
public static class Steps
{
    static readonly string[] Instruments = ["I-1", "I-2", "I-3"];

    static readonly Gen<string?> Windows = Gen.Elements<string?>(null, "BLENDING", "GUARANTEE");

    /// <summary>Any step.</summary>
    public static Arbitrary<Step> Any() => Gen.Frequency(
        (4, from pool in Cents from blending in Cents from guarantee in Cents select (Step)new Certify(pool, blending, guarantee)),
        (2, from window in Windows from percent in Gen.Choose(1, 100) select (Step)new Reduce(window, percent)),
        (3, from code in Gen.Elements(Instruments)
            from kind in Gen.Elements(InstrumentKind.Blending, InstrumentKind.Guarantee)
            from window in Windows
            from percent in Gen.Choose(1, 100)
            select (Step)new Open(code, kind, window, percent)),
        (2, Gen.Choose(1, int.MaxValue).Select(euros => (Step)new Aim(euros))),
        (4, from backing in Gen.SubListOf(Instruments)
            from cents in Gen.Choose(1, int.MaxValue)
            from itemised in Gen.Choose(0, 100)
            select (Step)new Operate([.. backing], cents, itemised)),
        (5, from which in Which
            from backing in Gen.OneOf(Gen.Choose(1, 9), Gen.Choose(1, int.MaxValue))
            from official in Cents
            from other in Cents
            select (Step)new Sign(which, backing, official, other)),
        (5, from which in Which from percent in Gen.Choose(1, 60) from cover in Gen.Elements(true, false) select (Step)new Disburse(which, percent, cover)),
        (1, Which.Select(which => (Step)new Cancel(which))),
        (3, from which in Which from entry in Gen.Choose(0, 9) select (Step)new Reverse(which, entry)),
        (1, from window in Windows from cents in Gen.Choose(-100_000, 100_000) select (Step)new TrueUp(window, cents)),
        (1, from window in Windows from percent in Gen.Choose(1, 100) select (Step)new Refund(window, percent)))
        .ToArbitrary();

    static Gen<int> Which => Gen.Choose(0, 3);

    static Gen<int> Cents => Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 3)), (4, Gen.Choose(1, int.MaxValue)));
}
