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
/// <param name="Made">What a reference is made of where the row has none: a later file may hold the same row again. The row is one of its file's.</param>
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
        var sought = Sought(states).Touches(states).ToList();
        foreach (var key in sought)
            yield return key;
        // What a made reference is shows once it is known whose money it is.
        if (Made is not null && !sought.All(states.Holds))
            yield break;
        foreach (var key in Made?.File.Touches(states, this) ?? [])
            yield return key;
        foreach (var key in Receive(states, Sought(states).Loaded(states), BankReference ?? Made!.At(Donor(states), 1, running: false)).Touches(states))
            yield return key;
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Funds.Fund.Missing(Fund);
        var wrongPlace = Refusal.All(CheckFund(fund), CheckWindow(states));
        var known = Made?.File.Find(states, this);
        if (wrongPlace is null && known?.Booked is { } before)
            return known.IsSure ? PassOver(states, before, fund) : MayBe(before);
        var unknown = Sought(states).Find(states, out var pledge);
        var receive = (RecordReceipt)Receive(states, pledge, BankReference ?? known!.Reference).By(Actor, At);
        // Without the pledge, what does not depend on it is told all the same.
        if (pledge is null)
            return Refusal.All(wrongPlace, unknown, receive.Check(states, null))!;
        var decision = receive.Decide(states);
        return Refusal.All(wrongPlace, CheckDonor(states, pledge), decision.Refusal) is { } refusal ? refusal : decision;
    }

    public override ReceiptView View(States states) =>
        Receive(states, FindPledge(states), BankReference ?? Made!.File.Find(states, this).Reference).View(states);

    /// <summary>Code of the donor whose money it is; as the row names it while that is not known.</summary>
    internal string Donor(States states) => Sought(states).Donor(states);

    /// <summary>The pledge it means, where that is known.</summary>
    internal Pledge? FindPledge(States states) => Sought(states).Loaded(states);

    /// <summary>Whether a receipt is of the row's amount, in the fund's currency or in the pledge's own.</summary>
    internal bool IsOf(States states, Receipt booked) =>
        booked.Original == Amount || (states.Find<Fund>(Fund) is { } fund && new Money(booked.Amount, fund.Currency) == Amount);

    Refusal? CheckFund(Fund fund) => FundName is null || SoughtPledge.Is(FundName, fund.Id) || SoughtPledge.Is(FundName, fund.Name)
        ? null
        : Refusal.Rule(
            "wrong-fund",
            $"'{FundName}' is neither the code nor the name of the fund {fund.Id}, {fund.Name}: of a file of several funds, send the rows of one fund at a time.",
            "fund");

    SoughtPledge Sought(States states) => new(Fund, DonorName, Pledge, Amount.Currency, WindowCode(states));

    /// <summary>The window that the row's sub-account is, as far as it is known by now.</summary>
    internal string? WindowCode(States states) => SubAccount is null ? null
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
    Decision PassOver(States states, Receipt booked, Fund fund) => Decision.PassOver(booked.ReversedOn is { } day
        ? $"It was booked before, as receipt '{booked.ReceiptId}', and reversed on {day:yyyy-MM-dd}: it is not booked again."
        : $"It is booked already: {(IsOf(states, booked) ? Amount : booked.Original ?? new Money(booked.Amount, fund.Currency))} of {booked.ReceivedOn:yyyy-MM-dd}, receipt '{booked.ReceiptId}'.");

    /// <summary>A person tells which it is.</summary>
    Refusal MayBe(Receipt booked) => Refusal.Rule(
        "may-be-booked",
        $"{Amount} of '{DonorName}' of {ReceivedOn:yyyy-MM-dd} may be booked already, as receipt '{booked.ReceiptId}' of {booked.ReceivedOn:yyyy-MM-dd}, of the same quarter: leave the row out if it is, and give it the bank's reference if it is other money.",
        "receivedOn");

    RecordReceipt Receive(States states, Pledge? pledge, string reference) => new(
        Fund, pledge?.Id ?? "", ReceiptId, Amount, ReceivedOn, reference, pledge is null ? null : Rate?.Between(pledge.Currency, pledge.Own().Currency));
}
