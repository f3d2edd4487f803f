using TrustFund.Journal;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Imports;

/// <summary>A receipt of a file: the pledge it means is looked for, and the receipt is recorded like any other.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="FundName">What the row calls the fund.</param>
/// <param name="DonorName">Code or name of the donor.</param>
/// <param name="Pledge">The pledge's reference or id; null when the row names none.</param>
/// <param name="SubAccount">Code or name of a window.</param>
/// <param name="ReceiptId">Id of the receipt.</param>
/// <param name="Amount">What arrived.</param>
/// <param name="ReceivedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference; null when the row has none.</param>
/// <param name="Rate">The row's rate.</param>
/// <param name="Made">What a reference is made of where the row has none: a later file may hold the same row again.</param>
sealed record ImportReceipt(
    string Fund,
    string? FundName,
    string DonorName,
    string? Pledge,
    string? SubAccount,
    string ReceiptId,
    Money Amount,
    DateOnly ReceivedOn,
    string? BankReference,
    RateCells? Rate,
    MadeReference? Made = null) : Command<ReceiptView>
{
    StateKey WindowOfCode => StateKey.Of<Window>(Window.IdOf(Fund, Codes.Fold(SubAccount!)));

    StateKey WindowOfName => StateKey.Of<WindowName>(Funds.WindowName.IdOf(Fund, SubAccount!));

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        if (SubAccount is not null)
        {
            yield return WindowOfCode;
            yield return WindowOfName;
        }
        var sought = Sought(states);
        foreach (var key in sought.Touches(states).Concat(Receive(states, sought.Loaded(states)).Touches(states)))
            yield return key;
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Funds.Fund.Missing(Fund);
        var wrongPlace = Refusal.All(CheckFund(fund), CheckWindow(states));
        if (wrongPlace is null && Made is not null && Before(states, fund) is { } before)
            return before;
        var unknown = Sought(states).Find(states, out var pledge);
        var receive = (RecordReceipt)Receive(states, pledge).By(Actor, At);
        // Without the pledge, what does not depend on it is told all the same.
        if (pledge is null)
            return Refusal.All(wrongPlace, unknown, receive.Check(states, null))!;
        var decision = receive.Decide(states);
        return Refusal.All(wrongPlace, CheckDonor(states, pledge), decision.Refusal) is { } refusal ? refusal : decision;
    }

    public override ReceiptView View(States states) => Receive(states, Sought(states).Loaded(states)).View(states);

    Refusal? CheckFund(Fund fund) => FundName is null || SoughtPledge.Is(FundName, fund.Id) || SoughtPledge.Is(FundName, fund.Name)
        ? null
        : Refusal.Rule(
            "wrong-fund",
            $"'{FundName}' is neither the code nor the name of the fund {fund.Id}, {fund.Name}: of a file of several funds, send the rows of one fund at a time.",
            "fund");

    SoughtPledge Sought(States states) => new(Fund, DonorName, Pledge, Amount.Currency, WindowCode(states));

    /// <summary>The window that the row's sub-account is, as far as it is known by now.</summary>
    string? WindowCode(States states) => SubAccount is null ? null
        : states.Holds(WindowOfCode) && states.Find(WindowOfCode) is Window window ? window.Code
        : states.Holds(WindowOfName) && states.Find(WindowOfName) is WindowName { Ambiguous: false } named ? named.Code
        : null;

    Refusal? CheckWindow(States states) => SubAccount is null || WindowCode(states) is not null ? null
        : states.Find(WindowOfName) is WindowName
        ? Refusal.Rule("ambiguous-window", $"Several windows of the fund {Fund} have the name '{SubAccount}': give the window's code.", "window")
        : Window.Unknown(Fund, SubAccount, "window");

    Refusal? CheckDonor(States states, Pledge pledge)
    {
        var donor = states.Get<Donor>(pledge.Donor);
        return Sought(states).Names(donor)
            ? null
            : Refusal.Rule("wrong-donor", $"The pledge '{Pledge}' is of {donor.Name} ({donor.Id}), not of '{DonorName}'.", "donor");
    }

    /// <summary>The files of a source that grows hold earlier rows again. One that was reversed since was wrong here, and is not booked again either.</summary>
    Decision? Before(States states, Fund fund)
    {
        if (!states.TryFind<Receipt>(Receipt.IdOf(Fund, Reference(states)), out var booked) || (booked.Original != Amount && new Money(booked.Amount, fund.Currency) != Amount))
            return null;
        // Another day in the same quarter is other money, or a slip: a person tells which by the bank's reference.
        if (!Made!.Day.MayBe(booked.ReceivedOn))
            return null;
        if (Pledge is not null && Sought(states).Loaded(states)?.Id != booked.PledgeId)
            return null;
        return Decision.PassOver(booked.ReversedOn is { } day
            ? $"It was booked before, as receipt '{booked.ReceiptId}', and reversed on {day:yyyy-MM-dd}: it is not booked again."
            : $"It is booked already: {Amount} of {booked.ReceivedOn:yyyy-MM-dd}, receipt '{booked.ReceiptId}'.");
    }

    string Reference(States states) => BankReference ?? Made!.From(Sought(states).Donor(states));

    RecordReceipt Receive(States states, Pledge? pledge) => new(
        Fund, pledge?.Id ?? "", ReceiptId, Amount, ReceivedOn, Reference(states), pledge is null ? null : Rate?.Between(pledge.Currency, pledge.Own().Currency));
}
