using TrustFund.Events.Leverage.V1;
using TrustFund.Rehearsal;

namespace TrustFund.Leverage.Tests;

/// <summary>
/// Two operations of the External Investment Plan, assumed. Solar: a grant of 100 m and a guarantee of 200 m (100 m provisioned) beside
/// 300 m of public and 500 m of private finance. Wind: a grant of 100 m beside 300 m of public and 600 m of private finance.
/// </summary>
static class Solar
{
    public const string Id = "solar";

    public static readonly DateOnly SignedOn = new(2018, 3, 1);

    public static readonly IReadOnlyList<InstrumentAmount> Amounts = [Of("BLENDING", 100_000_000m), Of("GUARANTEE", 200_000_000m)];

    public static readonly IReadOnlyList<FinancierAmount> Financiers =
        [new("EIB", FinancierKind.Public, Money.Euros(300_000_000m)), new("Banque de l'Atlas", FinancierKind.Private, Money.Euros(500_000_000m))];

    public static readonly RecordOperation Expected = new(
        Eip.Fund, Id, "Solar park", ["BLENDING", "GUARANTEE"], Money.Euros(1_000_000_000m), new(2018, 1, 15), null, Amounts, Financiers);

    public static readonly SignOperation Signed = new(Eip.Fund, Id, "solar-signature", Amounts, Financiers, SignedOn, "EIP-2018-1");

    public static readonly DisburseOperation FirstPart = new(
        Eip.Fund, Id, "solar-part-1",
        [Of("BLENDING", 50_000_000m), Of("GUARANTEE", 100_000_000m)],
        [new("eib", Money.Euros(100_000_000m)), new("Banque de l'Atlas", Money.Euros(250_000_000m))],
        new(2018, 6, 1), null);

    public static readonly CancelOperation Cancelled = new(Eip.Fund, Id, "solar-cancellation", new(2018, 9, 1), "The promoter withdrew.");

    public static readonly RecordOperation Wind = new(
        Eip.Fund, "wind", "Wind farm", ["BLENDING"], Money.Euros(1_000_000_000m), new(2018, 1, 15), null, null, null);

    public static readonly SignOperation WindSigned = new(
        Eip.Fund, "wind", "wind-signature", [Of("BLENDING", 100_000_000m)],
        [new("EIB", FinancierKind.Public, Money.Euros(300_000_000m)), new("Vent du Sud", FinancierKind.Private, Money.Euros(600_000_000m))],
        SignedOn, null);

    public static InstrumentAmount Of(string instrument, decimal amount) => new(instrument, Money.Euros(amount));

    public static ReverseOperationEntry Reverse(string entry, string operation = Id) =>
        new(Eip.Fund, operation, entry, new(2018, 10, 1), "Entered with the wrong amounts.");

    /// <summary>The plan with the solar park as far as these steps take it.</summary>
    public static MemoryService After(params Journal.Command[] steps)
    {
        var service = Eip.Published();
        foreach (var step in steps)
            service.Accept(step);
        return service;
    }

    public static MobilisationView Mobilisation(this MemoryService service, Basis basis = Basis.Headline) => Mobilised.Of(service.Books(), basis);

    /// <summary>Expected, signed and disbursed investment.</summary>
    public static (Money Expected, Money Signed, Money Disbursed) Three(this MemoryService service)
    {
        var mobilisation = service.Mobilisation();
        return (mobilisation.Expected.Investment, mobilisation.Signed.Investment, mobilisation.Disbursed.Investment);
    }

    public static (Money Expected, Money Signed, Money Disbursed) Millions(decimal expected, decimal signed, decimal disbursed) =>
        (Money.Euros(expected * 1_000_000m), Money.Euros(signed * 1_000_000m), Money.Euros(disbursed * 1_000_000m));
}
