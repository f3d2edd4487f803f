namespace TrustFund.Disbursements.Payments;

/// <summary>What a payment under a contract is for.</summary>
enum PaymentKind
{
    /// <summary>Paid ahead of the work.</summary>
    PreFinancing,

    /// <summary>Paid for work reported.</summary>
    Interim,

    /// <summary>The balance, at the end.</summary>
    Final,
}

/// <summary>The kinds by their names in events.</summary>
static class PaymentKinds
{
    public static string Name(this PaymentKind kind) => kind switch
    {
        PaymentKind.PreFinancing => "pre-financing",
        PaymentKind.Interim => "interim",
        PaymentKind.Final => "final",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of payment."),
    };

    public static PaymentKind Of(string name) => name switch
    {
        "pre-financing" => PaymentKind.PreFinancing,
        "interim" => PaymentKind.Interim,
        "final" => PaymentKind.Final,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such kind of payment."),
    };
}
