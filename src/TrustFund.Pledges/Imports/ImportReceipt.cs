using TrustFund.Journal;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Imports;

/// <summary>A receipt of a file: the pledge it names is looked for, and the receipt is recorded like any other.</summary>
sealed record ImportReceipt(
    string Fund,
    string? FundName,
    string DonorName,
    string Pledge,
    string? SubAccount,
    string ReceiptId,
    Money Amount,
    DateOnly ReceivedOn,
    string BankReference,
    RateCells? Rate) : Command<ReceiptView>
{
    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        if (SubAccount is not null)
            yield return StateKey.Of<Window>(Window.IdOf(Fund, Codes.Fold(SubAccount)));
        yield return StateKey.Of<PledgeReference>(PledgeReference.IdOf(Fund, Pledge));
        if (PledgeId(states) is not { } id)
            yield break;
        foreach (var key in Receive(states, id).Touches(states))
            yield return key;
        if (Pledges.Pledge.Held(states, id, out var pledge))
            yield return StateKey.Of<Donor>(pledge.Donor);
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Funds.Fund.Missing(Fund);
        if (FundName is not null && !Names(FundName, fund.Id, fund.Name))
            return Refusal.Rule("wrong-fund", $"'{FundName}' is neither the code nor the name of the fund {fund.Id}, {fund.Name}.", "fund");
        if (SubAccount is not null && !states.TryFind<Window>(Window.IdOf(Fund, Codes.Fold(SubAccount)), out _))
            return Window.Unknown(Fund, SubAccount, "window");
        if (states.Find<PledgeReference>(PledgeReference.IdOf(Fund, Pledge)) is { Ambiguous: true })
            return Refusal.Rule("ambiguous-reference", $"Several pledges of the fund have the reference '{Pledge}': give the pledge's id.", "pledge");
        if (PledgeId(states) is not { } id || Pledges.Pledge.Find(states, Fund, id) is not { } pledge)
            return Refusal.Rule("unknown-pledge", $"The fund {Fund} has no pledge '{Pledge}'.", "pledge");
        var donor = states.Get<Donor>(pledge.Donor);
        return Names(DonorName, donor.Id, donor.Name)
            ? Receive(states, id).By(Actor, At).Decide(states)
            : Refusal.Rule("wrong-donor", $"The pledge '{Pledge}' is of {donor.Name} ({donor.Id}), not of '{DonorName}'.", "donor");
    }

    public override ReceiptView View(States states) => Receive(states, PledgeId(states)!).View(states);

    static bool Names(string text, string code, string name) =>
        string.Equals(text, code, StringComparison.OrdinalIgnoreCase) || string.Equals(text, name, StringComparison.OrdinalIgnoreCase);

    string? PledgeId(States states)
    {
        var key = StateKey.Of<PledgeReference>(PledgeReference.IdOf(Fund, Pledge));
        if (!states.Holds(key))
            return null;
        return states.Find<PledgeReference>(key.Id)?.PledgeId ?? (Guid.TryParse(Pledge, out var id) ? id.ToString() : null);
    }

    RecordReceipt Receive(States states, string pledgeId) => new(
        Fund,
        pledgeId,
        ReceiptId,
        Amount,
        ReceivedOn,
        BankReference,
        Rate is not null && Pledges.Pledge.Held(states, pledgeId, out var pledge) ? Rate.Between(pledge.Currency, pledge.Own().Currency) : null);
}
