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

/// <summary>An operation is recorded, in cents, backed by some of the instruments there may be.</summary>
public sealed record Operate(string[] Instruments, int Cents) : Step;

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
        (3, from backing in Gen.SubListOf(Instruments) from cents in Gen.Choose(1, int.MaxValue) select (Step)new Operate([.. backing], cents)))
        .ToArbitrary();

    static Gen<int> Cents => Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 3)), (4, Gen.Choose(1, int.MaxValue)));
}
