using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Tests;

/// <summary>One step of a random script: what to do, to which thing, and how much of it.</summary>
public sealed record Step(byte What, byte Which, ushort Size);

/// <summary>
/// Plays random scripts of officers, Contracts and Disbursements against the service; many steps are refused, and none may do harm.
/// Every second pledge is in Norwegian crowns, whose rate changes with every entry.
/// </summary>
sealed class Script(Given given)
{
    static readonly string?[] Windows = ["SLC", "HOA", null];
    static readonly Currency Crowns = Currency.Of("NOK");

    /// <summary>How many kinds of steps there are.</summary>
    const int Kinds = 26;

    readonly List<string> pledges = [];
    (string Source, IFundEvent Fact)? lastAnswer;

    /// <summary>Does one step. Amounts are a few units, in hundredths, so that limits are met often.</summary>
    public void Play(Step step)
    {
        // Small numbers come first from the generator; they are spread, so that amounts and rates are not all alike.
        step = step with { Size = (ushort)(step.Size * 7_919 % 60_013) };
        var size = (step.Size % 2_000 + 1) / 100m;
        var window = Windows[step.Which % Windows.Length];
        if (pledges.Count == 0 || (step.What % Kinds == 0 && pledges.Count < 4))
        {
            pledges.Add(Announce(10 * size, step.Size));
            return;
        }
        var pledge = pledges[step.Which % pledges.Count];
        var currency = given.Pledge(pledge).Own().Currency;
        var rate = currency == Crowns ? Rate(step.Size) : null;
        var amount = new Money(currency == Crowns ? 10 * size : size, currency);
        switch (step.What % Kinds)
        {
            case 1:
                given.Service.Execute(new RaisePledge(Given.Fund, pledge, amount, Given.Day, rate));
                break;
            case 2 or 3 or 4:
                given.Service.Execute(Certify(pledge, amount + amount, window, step.Size) with { Rate = rate });
                break;
            case 5 or 6 or 7:
                Receive(pledge, amount, rate);
                break;
            case 8:
                given.Service.Execute(Given.Reduce(pledge, size, ReductionSource.Uncertified, request: given.NextId("reduction")) with { Amount = amount });
                break;
            case 9 or 10:
                given.Service.Execute(Given.Reduce(pledge, size, ReductionSource.Certified, window, given.NextId("reduction")) with { Amount = amount });
                break;
            case 11:
                ReduceInstalment(pledge, amount, window, step.Size);
                break;
            case 12 or 13 or 14:
                Answer(agreed: step.Which % 2 == 0);
                break;
            case 15 when lastAnswer is { } again:
                Assert.Empty(given.Service.Follow(again.Source, again.Fact));
                break;
            case 16 or 17:
                Reverse(pledge, step.Size, ofTheBank: step.What % Kinds == 17);
                break;
            case 18 or 19:
                given.Service.Execute(new RequestRefund(Given.Fund, pledge, given.NextId("refund"), amount, window, Given.Day, "It was too much."));
                break;
            case 20 when step.Size % 3 == 0:
                given.Service.Execute(new WithdrawPledge(Given.Fund, pledge, given.NextGuid(), Given.Day, "The donor withdrew."));
                break;
            case 21:
                given.Service.Execute(new BookInterest(
                    Given.Fund, given.NextId("interest"), Given.Euros(step.Size % 2 == 0 ? size : -size), Given.Day, CorrectedInterest(step.Size) ?? given.NextId("INT"), null));
                break;
            case 22:
                ReverseInterest(step.Which);
                break;
            case 23:
                Call(pledge, step.Size);
                break;
            case 24:
                ReverseCall(pledge, step.Size);
                break;
            case 25:
                ReverseRefund(step.Size);
                break;
        }
    }

    string Announce(decimal amount, ushort size)
    {
        if (pledges.Count % 2 == 0)
            return given.Pledged(amount);
        var id = given.NextId("pledge");
        given.Service.Accept(Given.Announce(id, 1) with { Amount = new(10 * amount, Crowns), Rate = Rate(size) });
        return id;
    }

    static RateQuote Rate(ushort size) => new(8m + size % 997 / 100m, "EUR", "NOK", Given.Day, "InforEuro");

    void Receive(string pledge, Money amount, RateQuote? rate)
    {
        var bank = given.Receive(pledge, 1) with { Amount = amount, Rate = rate };
        if (amount.Amount % 0.03m == 0 && Corrected() is { } reference)
            bank = bank with { BankReference = reference };
        if (rate is null)
            given.Service.Accept(bank);
        else if (amount.Amount > 10)
            given.Service.Accept(bank with { Amount = Given.Euros(amount.Amount / 10 - amount.Amount / 10 % 0.01m) });
        else if (given.Service.Execute(bank) is { } refusal)
            Assert.Equal("too-small", refusal.Code);
    }

    /// <summary>The bank's reference of a wrong entry, which may be booked anew.</summary>
    string? Corrected() => given.Service.All.OfType<Receipt>()
        .Where(receipt => receipt.IsCorrected && receipt.Id != receipt.ReceiptId)
        .OrderBy(receipt => receipt.Sequence)
        .FirstOrDefault()?.BankReference;

    string? CorrectedInterest(ushort size) => size % 3 != 0 ? null : given.Service.All.OfType<InterestEntry>()
        .Where(entry => entry.ReversedOn is not null && entry.Id != entry.InterestId)
        .OrderBy(entry => entry.Id, StringComparer.Ordinal)
        .FirstOrDefault()?.BankReference;

    CertifyPledge Certify(string pledge, Money amount, string? window, ushort size)
    {
        var part = Math.Max(0.01m, decimal.Round(amount.Amount * (size % 5) / 4, 2));
        var first = decimal.Round(amount.Amount / 3, 2);
        Money In(decimal value) => new(value, amount.Currency);
        return given.Certify(pledge, 1) with
        {
            Amount = amount,
            Earmarks = window is null ? [] : [new(window, In(part))],
            Instalments = first > 0 && size % 2 == 0
                ? [new(Given.Day.AddDays(size % 90), In(first)), new(Given.Day.AddDays(size % 60), In(amount.Amount - first))]
                : [],
        };
    }

    Certificate? ACertificate(string pledge, ushort size) => given.Pledge(pledge).Certificates is { Count: > 0 } certificates
        ? given.Service.Get<Certificate>(certificates[size % certificates.Count])
        : null;

    void ReduceInstalment(string pledge, Money amount, string? window, ushort size)
    {
        if (ACertificate(pledge, size) is not { } certificate)
            return;
        given.Service.Execute(Given.Reduce(pledge, 1, ReductionSource.Certified, window, given.NextId("reduction")) with
        {
            Amount = amount,
            CertificateId = certificate.Id,
            DueOn = certificate.Instalments[size % certificate.Instalments.Count].DueOn,
        });
    }

    void Call(string pledge, ushort size)
    {
        if (ACertificate(pledge, size) is { } certificate)
            given.Service.Execute(new CallInstalment(Given.Fund, pledge, certificate.Id, certificate.Instalments[0].DueOn, null, Given.Day, null));
    }

    void ReverseCall(string pledge, ushort size)
    {
        if (ACertificate(pledge, size) is not { } certificate)
            return;
        var due = certificate.Instalments[0].DueOn;
        var called = certificate.Instalments.Where(instalment => instalment.DueOn == due).Sum(instalment => instalment.Called);
        var refusal = given.Service.Execute(new ReverseInstalmentCall(Given.Fund, pledge, certificate.Id, due, Given.Day, "A slip."));
        Assert.Equal(called > 0, refusal is null);
        Assert.All(
            given.Service.Get<Certificate>(certificate.Id).Instalments.Where(instalment => instalment.DueOn == due),
            instalment => Assert.Equal((0m, null), (instalment.Called, instalment.CalledOn)));
    }

    /// <summary>Disbursements takes a refund back that was paid; told twice, it comes back once.</summary>
    void ReverseRefund(ushort size)
    {
        var paid = given.Service.All.OfType<Refund>().Where(refund => refund.State == RefundState.Completed).OrderBy(refund => refund.Id, StringComparer.Ordinal).ToList();
        if (paid.Count == 0)
            return;
        var refund = paid[size % paid.Count];
        var fact = new RefundReversed(Given.Fund, refund.Id, refund.PledgeId, "DE", refund.In(refund.Amount), Given.Day, "It was booked twice.");
        lastAnswer = ("disbursements", fact);
        Assert.NotEmpty(given.Service.Follow("disbursements", fact));
    }

    void Reverse(string pledge, ushort size, bool ofTheBank)
    {
        var receipts = given.Service.All.OfType<Receipt>().Where(receipt => receipt.PledgeId == pledge).OrderBy(receipt => receipt.Sequence).ToList();
        if (receipts.Count > 0)
        {
            var reference = receipts[size % receipts.Count].BankReference;
            var refusal = given.Service.Execute(new ReverseReceipt(
                Given.Fund, pledge, reference, given.NextId("reversal"), Given.Day, "It was not ours.", ofTheBank ? given.NextId("OUT") : null));
            Assert.False(ofTheBank && refusal?.Code == "refund-pending", "A fact of the bank was refused.");
        }
    }

    void ReverseInterest(byte which)
    {
        var entries = given.Service.All.OfType<InterestEntry>().OrderBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        if (entries.Count > 0)
            given.Service.Execute(new ReverseInterest(Given.Fund, entries[which % entries.Count].BankReference, Given.Day, "A slip."));
    }

    void Answer(bool agreed)
    {
        var answers = Reductions(agreed).Concat(Refunds(agreed)).OrderBy(answer => answer.Id, StringComparer.Ordinal).ToList();
        if (answers.Count == 0)
            return;
        lastAnswer = (answers[0].Source, answers[0].Fact);
        Assert.NotEmpty(given.Service.Follow(answers[0].Source, answers[0].Fact));
    }

    IEnumerable<(string Id, string Source, IFundEvent Fact)> Reductions(bool agreed) => given.Service.All.OfType<Reduction>()
        .Where(reduction => reduction.State == ReductionState.Pending)
        .Select(pending => (pending.Id, "contracts", Decided(agreed, pending.Id, pending.PledgeId, Given.Euros(pending.Amount), pending.Window)));

    IEnumerable<(string Id, string Source, IFundEvent Fact)> Refunds(bool agreed) => given.Service.All.OfType<Refund>()
        .Where(refund => refund.State is RefundState.AwaitingRelease or RefundState.AwaitingPayment)
        .Select(refund => refund.State == RefundState.AwaitingRelease
            ? (refund.Id, "contracts", Decided(agreed, refund.Id, refund.PledgeId, refund.In(refund.FromAllocated), refund.Window))
            : (refund.Id, "disbursements", agreed && !given.Pledge(refund.PledgeId).Refund!.IsShort
                ? new RefundExecuted(Given.Fund, refund.Id, refund.PledgeId, "DE", refund.In(refund.Amount), Given.Day, "OUT", [])
                : new RefundCashRefused(Given.Fund, refund.Id, refund.PledgeId, refund.In(refund.Amount), Given.Euros(0), "It is reserved.")));

    static IFundEvent Decided(bool agreed, string request, string pledge, Money amount, string? window) => agreed
        ? new ResourcesReleased(Given.Fund, request, pledge, amount, window)
        : new ReleaseRefused(Given.Fund, request, pledge, amount, window, Given.Euros(0), "It is approved.");
}
