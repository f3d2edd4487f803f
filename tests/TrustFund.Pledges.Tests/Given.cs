using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Rehearsal;

namespace TrustFund.Pledges.Tests;

/// <summary>The trust fund for Africa with its three windows and three of its donors, and short ways to act on it.</summary>
sealed class Given
{
    public const string Fund = "EUTF-AFRICA";

    public static readonly DateOnly Day = new(2017, 6, 1);

    int count;

    public Given()
    {
        Service.Accept(new EstablishFund(Fund, "EU Emergency Trust Fund for Africa", Currency.Euro, 5, new DateOnly(2021, 12, 31), new DateOnly(2015, 11, 12), null));
        foreach (var (code, name) in new[] { ("SLC", "Sahel and Lake Chad"), ("HOA", "Horn of Africa"), ("NOA", "North of Africa") })
            Service.Accept(new OpenWindow(Fund, code, name));
        foreach (var (code, name) in new[] { ("DE", "Germany"), ("IT", "Italy"), ("PT", "Portugal") })
            Service.Accept(new RegisterDonor(code, name, DonorKind.MemberState, code));
        Service.Accept(new RegisterDonor("NO", "Norway", DonorKind.ThirdDonor, "NO"));
    }

    public MemoryService Service { get; } = new("pledges", new PledgesEvolution());

    public FundTotals Totals => Service.Get<FundTotals>(Fund);

    public static Money Euros(decimal amount) => Money.Euros(amount);

    public Pledge Pledge(string id) => Service.Get<Pledge>(id);

    /// <summary>A pledge, certified and received as far as said, nothing earmarked.</summary>
    public string Pledged(decimal amount, decimal certified = 0, decimal received = 0, string donor = "DE")
    {
        var id = NextId("pledge");
        Service.Accept(Announce(id, amount, donor));
        if (certified > 0)
            Service.Accept(Certify(id, certified));
        if (received > 0)
            Service.Accept(Receive(id, received));
        return id;
    }

    public string NextId(string kind) => $"{kind}-{++count}";

    /// <summary>A GUID that is the same in every run.</summary>
    public string NextGuid() => new Guid(++count, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString();

    public static AnnouncePledge Announce(string pledge, decimal amount, string donor = "DE") =>
        new(Fund, pledge, donor, Euros(amount), Day, null, null);

    public CertifyPledge Certify(string pledge, decimal amount, params (string Window, decimal Amount)[] earmarks) => new(
        Fund, pledge, NextId("certificate"), Euros(amount), [.. earmarks.Select(e => new WindowAmount(e.Window, Euros(e.Amount)))], [], Day, "CC-1");

    public static RecordReceipt Receive(string pledge, decimal amount, string reference, string receipt = "receipt") =>
        new(Fund, pledge, receipt, Euros(amount), Day, reference);

    public RecordReceipt Receive(string pledge, decimal amount) => Receive(pledge, amount, NextId("BANK"), NextId("receipt"));

    public static ReducePledge Reduce(string pledge, decimal amount, ReductionSource from, string? window = null, string request = "reduction-1") =>
        new(Fund, pledge, request, Euros(amount), from, window, Day, "The donor's budget was cut.");

    public static Money Crowns(decimal amount) => new(amount, Currency.Of("NOK"));

    /// <summary>So many Norwegian crowns for one euro.</summary>
    public static RateQuote PerEuro(decimal crowns) => new(crowns, "EUR", "NOK", Day, "InforEuro");

    /// <summary>A pledge in Norwegian crowns, and what of it is certified, at one rate.</summary>
    public string PledgedInCrowns(decimal amount, decimal certified, decimal rate, params (string Window, decimal Amount)[] earmarks)
    {
        var id = NextId("pledge");
        Service.Accept(Announce(id, 1, "NO") with { Amount = Crowns(amount), Rate = PerEuro(rate) });
        if (certified > 0)
            Service.Accept(CertifyCrowns(id, certified, rate, earmarks));
        return id;
    }

    public CertifyPledge CertifyCrowns(string pledge, decimal amount, decimal rate, params (string Window, decimal Amount)[] earmarks) => Certify(pledge, 1) with
    {
        Amount = Crowns(amount),
        Earmarks = [.. earmarks.Select(earmark => new WindowAmount(earmark.Window, Crowns(earmark.Amount)))],
        Rate = PerEuro(rate),
    };

    public RecordReceipt ReceiveCrowns(string pledge, decimal amount, decimal rate) =>
        Receive(pledge, 1) with { Amount = Crowns(amount), Rate = PerEuro(rate) };

    /// <summary>Instalments of a certificate, each so many days after it.</summary>
    public static IReadOnlyList<Instalment> Instalments(params (int Days, decimal Amount)[] parts) =>
        [.. parts.Select(part => new Instalment(Day.AddDays(part.Days), Euros(part.Amount)))];

    public Refusal? Refused(Command command) => Service.Execute(command);
}
