using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>
/// A payment of the past, as a fact: it counts even where it exceeds its contract or the cash there was. What cannot be told from it at all,
/// such as which contract it was under, is refused.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Contract">Id of the contract, or the fund's own reference of it.</param>
/// <param name="DisbursementId">Id of the payment.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="Amount">What was paid.</param>
/// <param name="PaidOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference.</param>
sealed record ImportPayment(string Fund, string Contract, string DisbursementId, PaymentKind Kind, Money Amount, DateOnly PaidOn, string BankReference)
    : Command<DisbursementView>
{
    StateKey Reference => StateKey.Of<ContractReference>(ContractReference.IdOf(Fund, Contract));

    public override StateKey? Versioned => StateKey.Of<Disbursement>(DisbursementId);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return Reference;
        yield return Versioned!.Value;
        yield return StateKey.Of<FundCash>(Fund);
        yield return StateKey.Of<FundSources>(Fund);
        foreach (var key in BankBooks.Keys(states, BankEntry.IdOf(Fund, BankReference)))
            yield return key;
        if (!states.Holds(Reference))
            yield break;
        yield return StateKey.Of<Contract>(ContractIdOf(states));
        yield return StateKey.Of<ContractSources>(ContractIdOf(states));
    }

    public override Decision Decide(States states)
    {
        var contract = states.Find<Contract>(ContractIdOf(states)) is { } found && found.Fund == Fund ? found : null;
        if (Refuse(states, contract) is { } refusal)
            return refusal;
        IReadOnlyList<IFundEvent> facts =
        [
            new PaymentImported(
                Fund, DisbursementId, contract!.Id, contract.Partner, contract.Window, Kind.Name(), Amount, PaidOn, BankReference,
                states.SourcesOf(Fund, Amount.Currency).Attribute(Amount, contract.Window)),
            .. BankBooks.Match(states, Fund, BankReference, BankKinds.Payment, DisbursementId, -Amount),
        ];
        return Decision.Record(facts).LinkedTo(contract.TraceParent);
    }

    /// <summary>Without its contract, what does not depend on that is told all the same.</summary>
    Refusal? Refuse(States states, Contract? contract) => Refusal.All(
        contract is null ? new(404, "not-found", $"There is no contract '{Contract}' in fund {Fund}, neither by id nor by reference.", "contract") : null,
        contract is not null && Amount.Currency.Code != contract.Currency
            ? Refusal.Rule("wrong-currency", $"The contract is in {contract.Currency}, and the payment in {Amount.Currency}.", "amount")
            : null,
        Amount.IsPositive ? null : Refusal.Rule("amount-not-positive", $"{Amount} is nothing that was paid: the amount must be greater than zero.", "amount"),
        PaidOn < contract?.SignedOn
            ? Refusal.Rule("date-before-signature", $"The contract was signed on {contract.SignedOn:yyyy-MM-dd}: nothing can have been paid under it on {PaidOn:yyyy-MM-dd}.", "paidOn")
            : null,
        DateRules.Happened(PaidOn, At, "paidOn"),
        BankBooks.EntryOf(states, BankEntry.IdOf(Fund, BankReference)).MustBeFreeToPay(Fund, BankReference));

    public override DisbursementView View(States states) => DisbursementView.Of(states.Get<Disbursement>(DisbursementId));

    public static void Apply(States states, PaymentImported imported, Recorded recorded)
    {
        var kind = PaymentKinds.Of(imported.Kind);
        states.Change<Contract>(imported.ContractId, contract => (kind == PaymentKind.PreFinancing
            ? contract.Prefinance(imported.DisbursementId, imported.Amount, imported.PaidOn)
            : contract).PaidOut(imported.Amount) with
        {
            FinalPayment = kind == PaymentKind.Final ? imported.DisbursementId : contract.FinalPayment,
        });
        states.Put(states.CashOf(imported.Fund, imported.Amount.Currency).PaidOut(imported.Amount));
        PaidMoney.Move(states, imported.Fund, imported.ContractId, imported.Attribution, imported.Amount, back: false);
        BankBooks.Book(states, imported.Fund, imported.BankReference, BankKinds.Payment, imported.DisbursementId, -imported.Amount, imported.PaidOn);
        states.Put(new Disbursement
        {
            Id = imported.DisbursementId,
            Fund = imported.Fund,
            ContractId = imported.ContractId,
            Partner = imported.Partner,
            Kind = kind,
            Amount = imported.Amount.Amount,
            Currency = imported.Amount.Currency.Code,
            RequestedOn = imported.PaidOn,
            Status = DisbursementStatus.Executed,
            RequestedBy = recorded.Actor,
            RequestedAt = recorded.At,
            ExecutedBy = recorded.Actor,
            ExecutedAt = recorded.At,
            PaidOn = imported.PaidOn,
            BankReference = imported.BankReference,
            Attribution = Part.Of(imported.Attribution),
            Imported = true,
            TraceParent = recorded.TraceParent,
        });
    }

    string ContractIdOf(States states) => states.Find<ContractReference>(Reference.Id)?.ContractId ?? Ids.Fold(Contract);
}
