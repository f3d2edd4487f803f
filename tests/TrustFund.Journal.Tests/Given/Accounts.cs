using System.Text.Json.Serialization;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using FileImported = TrustFund.Events.Pledges.V1.FileImported;
using PeriodClosed = TrustFund.Events.Pledges.V1.PeriodClosed;

namespace TrustFund.Journal.Tests.Given;

/// <summary>What a fund has received and paid: the smallest state with a rule worth keeping.</summary>
sealed record Account : State
{
    public const string Table = """
        create table account (
            id text primary key, version bigint not null, received numeric not null, paid numeric(17, 2) not null, currency text not null, trace_parent text,
            notes jsonb not null)
        """;

    public decimal Received { get; init; }

    public decimal Paid { get; init; }

    public string Currency { get; init; } = "EUR";

    public string? TraceParent { get; init; }

    /// <summary>How many receipts came from whom.</summary>
    public IReadOnlyDictionary<string, int> Notes { get; init; } = new Dictionary<string, int>();

    [JsonIgnore]
    public decimal Balance => Received - Paid;
}

/// <summary>What an account comes to, as an answer.</summary>
sealed record AccountView(string Fund, Money Received, Money Paid, Money Balance)
{
    public static AccountView Of(Account account) => new(account.Id, Euro.Of(account.Received), Euro.Of(account.Paid), Euro.Of(account.Balance));
}

static class Euro
{
    public static Money Of(decimal amount) => new(amount, Currency.Of("EUR"));
}

/// <summary>
/// A service in small: receipts, its own or followed ones, fill accounts; payments empty them. A followed receipt from the donor MATCHED
/// makes it pay one euro of its own accord, and one from the donor UNDOING reverse its own receipt with that id.
/// </summary>
sealed class AccountsEvolution : Evolution
{
    public const string Matched = "MATCHED";

    public const string Undoing = "UNDOING";

    /// <summary>Which facts it cannot cope with: a defect, for as long as it lasts.</summary>
    public Func<Recorded, bool> Fails { get; set; } = _ => false;

    public override IReadOnlyList<StateTable> Tables { get; } = [StateTable.For<Account>("account")];

    public override IReadOnlySet<Type> Follows { get; } = new HashSet<Type> { typeof(ContributionReceived) };

    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => [StateKey.Of<Account>(followed.Fund)];

    public override void Apply(States states, Recorded recorded)
    {
        if (Fails(recorded)) throw new InvalidOperationException($"{recorded.Source}:{recorded.Sequence} is beyond this version.");
        if (recorded.Event is PeriodClosed) return;
        var account = states.Find<Account>(recorded.Event.Fund) ?? new Account { Id = recorded.Event.Fund };
        states.Put(recorded.Event switch
        {
            ContributionReceived receipt => Book(account, receipt) with { TraceParent = recorded.TraceParent },
            ReceiptReversed reversed => account with { Received = account.Received - reversed.Amount.Amount },
            PaymentExecuted payment => account with { Paid = account.Paid + payment.Amount.Amount },
            _ => account,
        });
    }

    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) => followed.Event switch
    {
        ContributionReceived { Donor: Matched } receipt => [Pay.Fact(receipt.Fund, 1.00m, receipt.ReceiptId)],
        ContributionReceived { Donor: Undoing } receipt => [Undo.Fact(receipt.Fund, 1.00m, receipt.ReceiptId, receipt.ReceivedOn)],
        _ => [],
    };

    protected internal override IFundEvent ClosePeriod(string fund, string requestId, DateOnly through) => new PeriodClosed(fund, requestId, through);

    protected internal override IFileImported ImportFile(string fund, string importId, string kind, string fileName, string sha256, int rows) =>
        new FileImported(fund, importId, kind, fileName, sha256, rows);

    static Account Book(Account account, ContributionReceived receipt) => account with
    {
        Received = account.Received + receipt.Allocated.Amount,
        Notes = new Dictionary<string, int>(account.Notes) { [receipt.Donor] = account.Notes.GetValueOrDefault(receipt.Donor) + 1 },
    };
}

/// <summary>Money comes in.</summary>
sealed record Receive(string Fund, decimal Amount, string Reference, string Donor = "EU") : Command<AccountView>
{
    static readonly DateOnly Day = new(2026, 3, 2);

    public override StateKey? Versioned => StateKey.Of<Account>(Fund);

    public override string? Location => $"/accounts/{Fund}";

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Account>(Fund)];

    public override Decision Decide(States states) =>
        Decision.Record(new ContributionReceived(Fund, "PLEDGE", Reference, Donor, Euro.Of(Amount), Euro.Of(Amount), Euro.Of(0), Day, Reference));

    public override AccountView View(States states) => AccountView.Of(states.Get<Account>(Fund));
}

/// <summary>Money goes out, as far as there is any.</summary>
sealed record Pay(string Fund, decimal Amount, string Reference, DateOnly? PaidOn = null) : Command<AccountView>
{
    static readonly DateOnly Day = new(2026, 3, 3);

    public override StateKey? Versioned => StateKey.Of<Account>(Fund);

    public static PaymentExecuted Fact(string fund, decimal amount, string reference, DateOnly? paidOn = null) =>
        new(fund, reference, "CONTRACT", "PARTNER", null, Euro.Of(amount), paidOn ?? Day, reference);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Account>(Fund)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Account>(Fund, out var account))
            return Refusal.NotFound("account", Fund, "fund");
        return account.Balance < Amount
            ? Refusal.Rule("insufficient-funds", $"The account holds {Euro.Of(account.Balance)}; {Euro.Of(Amount)} is asked for.", "amount")
            : Decision.Record(Fact(Fund, Amount, Reference, PaidOn)).LinkedTo(account.TraceParent);
    }

    public override AccountView View(States states) => AccountView.Of(states.Get<Account>(Fund));
}

/// <summary>What came in is taken back, which may have been moved since, and other money may take its place on a later day.</summary>
sealed record Undo(string Fund, decimal Amount, string Reference, DateOnly ReversedOn, DateOnly? MovedOn = null, DateOnly? ReplacedOn = null) : Command<AccountView>
{
    public static ReceiptReversed Fact(string fund, decimal amount, string reference, DateOnly reversedOn) =>
        new(fund, "PLEDGE", reference, "REVERSAL", "EU", Euro.Of(amount), Euro.Of(amount), Euro.Of(0), null, null, null, reversedOn, "Wrong.", null);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Account>(Fund)];

    public override Decision Decide(States states)
    {
        IReadOnlyList<IFundEvent> follows = ReplacedOn is { } day ? [new ContributionAllocated(Fund, "PLEDGE", "EU", Euro.Of(Amount), day)] : [];
        return Decision.Record([Fact(Fund, Amount, Reference, ReversedOn), .. follows]).BookedFrom(MovedOn).LinkedTo("00-undone-01");
    }

    public override AccountView View(States states) => AccountView.Of(states.Get<Account>(Fund));
}

/// <summary>Nothing comes in: a row that says so needs no record.</summary>
sealed record Rest(string Fund) : Command<AccountView>
{
    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Account>(Fund)];

    public override Decision Decide(States states) => Decision.PassOver("Nothing came in.");

    public override AccountView View(States states) => AccountView.Of(states.Get<Account>(Fund));
}

/// <summary>A command with a defect.</summary>
sealed record Stumble(string Fund) : Command<AccountView>
{
    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Account>(Fund)];

    public override Decision Decide(States states) => throw new InvalidOperationException("This rule has a defect.");

    public override AccountView View(States states) => throw new InvalidOperationException("Never reached.");
}
