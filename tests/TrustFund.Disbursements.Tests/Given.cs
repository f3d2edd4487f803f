using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Disbursements.Tests;

/// <summary>
/// A fund with one contract and the people who pay under it. Fiona requests and executes, Vera verifies, Arthur authorises.
/// </summary>
sealed class Given
{
    public const string Fund = "EUTF-AFRICA";
    public const string ContractId = "0199a000-0000-7000-8000-000000000001";
    public const string Payment = "0199a000-0000-7000-8000-0000000000f1";
    public const string Account = "0199a000-0000-7000-8000-0000000000b1";
    public const string Iban = "BE68539007547034";
    public const string Fiona = "fiona";
    public const string Felix = "felix";
    public const string Vera = "vera";
    public const string Arthur = "arthur";

    public static readonly DateOnly SignedOn = new(2018, 1, 15);
    public static readonly DateOnly RequestedOn = new(2018, 2, 1);
    public static readonly DateOnly PaidOn = new(2018, 2, 20);

    /// <summary>The partner has one account, entered by Felix and verified by Vera.</summary>
    public Given() => Accepted(new ProposeAccount("IOM", Account, new("International Organization for Migration", Iban)), Felix).Accepted(new VerifyAccount("IOM", Account), Vera);

    public MemoryService Service { get; } = new("disbursements", new DisbursementsEvolution());

    public FundCash Cash => Service.Get<FundCash>(Fund);

    public Contract Signed => Service.Get<Contract>(ContractId);

    public FundSources Sources => Service.Get<FundSources>(Fund);

    public static Given AFund(decimal cash, decimal contract)
    {
        var given = new Given();
        given.Service.Follow("pledges", new FundEstablished(Fund, "Emergency Trust Fund", "EUR", 5, null, new(2015, 11, 12), null));
        given.Received(cash);
        given.Service.Follow("contracts", Signature(contract));
        return given;
    }

    /// <summary>A fund whose donors are told one by one, each pooled or earmarked to a window.</summary>
    public static Given AFundOf(decimal contract, params (string Donor, string? Window, decimal Amount)[] receipts)
    {
        var given = AFund(cash: 0, contract);
        foreach (var (donor, window, amount) in receipts)
            given.Brought(donor, window, amount);
        return given;
    }

    public static ContractSigned Signature(decimal amount, string contract = ContractId, string fund = Fund) =>
        new(fund, "0199a000-0000-7000-8000-0000000000a1", contract, "IOM", "SLC", "Protection and return", Money.Euros(amount), SignedOn);

    public static ContributionReceived Receipt(decimal allocated, decimal unallocated = 0, string fund = Fund) => new(
        fund, "pledge", "receipt", "DE", Money.Euros(allocated + unallocated), Money.Euros(allocated), Money.Euros(unallocated), new(2018, 1, 2), "BANK-1");

    public static DecommitmentRequested Decommitment(decimal amount, string contract = ContractId, string fund = Fund) =>
        new(fund, "request-1", contract, Money.Euros(amount), new(2018, 6, 1), "The last tranche is not needed.");

    public static RequestPayment Request(decimal amount, string payment = Payment, PaymentKind kind = PaymentKind.Interim) =>
        new(Fund, ContractId, payment, new(kind, Money.Euros(amount), "INV-2018-7", RequestedOn));

    public static VerifyPayment Verify(string payment = Payment) => new(Fund, payment);

    public static AuthorisePayment Authorise(string payment = Payment) => new(Fund, payment);

    public static ExecutePayment Execute(string payment = Payment, string bankReference = "SEPA-1") => new(Fund, payment, PaidOn, bankReference);

    public static RejectPayment Reject(string payment = Payment, bool asOfficer = true) => new(Fund, payment, "The invoice is for another contract.", asOfficer);

    public static EstablishRecovery Establish(decimal amount, string recovery = "r1") =>
        new(Fund, ContractId, recovery, new(Money.Euros(amount), new(2018, 5, 1), new(2018, 6, 1), "Ineligible costs."));

    public static CashRecovery Cashed(decimal amount, string recovery = "r1", string reference = "BACK-1", string? receipt = null) =>
        new(Fund, recovery, new(Money.Euros(amount), new(2018, 5, 20), reference), receipt);

    /// <summary>The parts of an attribution, as text that shows in a failure.</summary>
    public static string Text(IEnumerable<AttributedAmount>? parts) =>
        string.Join("; ", (parts ?? []).Select(part => $"{part.Donor}{(part.Window is null ? "" : $"/{part.Window}")} {part.Amount.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));

    public static string Text(IEnumerable<Part> parts) => Text(parts.Select(part => new AttributedAmount(part.Donor, part.Window, Money.Euros(part.Amount))));

    public Given Brought(string donor, string? window, decimal amount)
    {
        Service.Follow("pledges", new ContributionReceived(
            Fund, $"pledge-{donor}", $"receipt-{donor}-{window}-{Service.All.OfType<BankReceipt>().Count()}", donor, Money.Euros(amount), Money.Euros(amount), Money.Euros(0),
            new(2018, 1, 2), $"IN-{donor}-{window}-{amount}", Earmarked: window is null ? null : [new WindowAmount(window, Money.Euros(amount))]));
        return this;
    }

    /// <summary>The bank takes a donor's pooled money back.</summary>
    public Given Reversed(string donor, decimal amount, string receipt = "receipt", decimal unallocated = 0)
    {
        Service.Follow("pledges", new ReceiptReversed(
            Fund, $"pledge-{donor}", receipt, $"reversal-{receipt}", donor, Money.Euros(amount + unallocated), Money.Euros(amount), Money.Euros(unallocated), null, null, null,
            new(2018, 3, 1), "The bank took it back.", $"REV-{receipt}"));
        return this;
    }

    public Given Received(decimal allocated, decimal unallocated = 0)
    {
        if (allocated + unallocated > 0)
            Service.Follow("pledges", Receipt(allocated, unallocated));
        return this;
    }

    public Given Requested(decimal amount, string payment = Payment) => Accepted(Request(amount, payment), Fiona);

    public Given Verified(decimal amount, string payment = Payment) => Requested(amount, payment).Accepted(Verify(payment), Vera);

    public Given Authorised(decimal amount, string payment = Payment) => Verified(amount, payment).Accepted(Authorise(payment), Arthur);

    public Given Executed(decimal amount, string payment = Payment, string bankReference = "SEPA-1") =>
        Authorised(amount, payment).Accepted(Execute(payment, bankReference), Fiona);

    public Disbursement ThePayment(string payment = Payment) => Service.Get<Disbursement>(payment);

    /// <summary>The command is refused in this way, and nothing at all has changed.</summary>
    public Refusal Refused(Command command, string actor, int status, string code, string? field)
    {
        var (rows, facts) = (Service.All.ToHashSet(), Service.Journal.Count);
        var refusal = Service.Execute(command, actor);
        Assert.NotNull(refusal);
        Assert.Equal((status, code, field), (refusal.Status, refusal.Code, refusal.Field));
        Assert.Equal(facts, Service.Journal.Count);
        Assert.True(rows.SetEquals(Service.All), "A refusal changed a row.");
        return refusal;
    }

    public Given Accepted(Command command, string actor)
    {
        Service.Accept(command, actor);
        return this;
    }
}
