using TrustFund.Journal.Imports;

namespace TrustFund.Journal.Tests.Given;

/// <summary>Files of what came in and went out.</summary>
sealed class Movements : ImportKind
{
    public override string Name => "movements";

    public override string Description => "Imports what came in and went out.";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("account", "whose it is", Field: "fund"),
        new("direction", "in or out"),
        new("amount", "how much", Field: "amount") { LeansOn = ["currency"] },
        new("currency", "its currency"),
    ];

    public override Command? Read(ImportRow row)
    {
        var account = row.Text("account");
        var amount = row.Amount("amount", "currency").Amount;
        var reference = $"line {row.Line}";
        switch (row.Text("direction"))
        {
            case "in" when amount == 0 && !row.IsUnreadable("amount", "currency"): return new Rest(account);
            case "in": return new Receive(account, amount, reference);
            case "out": return new Pay(account, amount, reference);
            case "none":
                row.PassOver("direction", "Nothing moved.");
                return null;
            case var other:
                row.Problem("direction", $"It is 'in' or 'out', not '{other}'.");
                return new Receive(account, amount, reference);
        }
    }
}
