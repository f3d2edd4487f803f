using System.Globalization;
using System.Text.Json;
using TrustFund.AppHost.Local;

namespace TrustFund.Bench;

/// <summary>Sets up one fund through the public APIs: windows, donors who paid, contracts that were paid. Its entries are then multiplied.</summary>
sealed class ReportStage(DistributedApplication platform, Api api)
{
    public const string Fund = "BENCH-REPORT";

    const int Windows = 5;
    const int Donors = 20;
    const int ContractsPerWindow = 8;

    readonly Uri pledges = platform.GetEndpoint("pledges");
    readonly Uri contracts = platform.GetEndpoint("contracts");
    readonly Uri disbursements = platform.GetEndpoint("disbursements");

    static object Euros(string amount) => new { amount, currency = "EUR" };

    /// <summary>Sets the fund up, and waits until Audit has heard of all of it.</summary>
    public async Task Set()
    {
        await api.Post(pledges, "/funds", "adam", new { code = Fund, name = "A fund of many years", currency = "EUR", establishedOn = "2016-01-01" });
        for (var window = 0; window < Windows; window++)
            await api.Post(pledges, $"/funds/{Fund}/windows", "adam", new { code = $"W{window}", name = $"Window {window}" });
        var heard = "";
        for (var donor = 0; donor < Donors; donor++)
            heard = await Donate(donor);
        await api.Post(contracts, "/partners", "fiona", new { code = "PARTNER", name = "A partner" });
        var (account, _) = await api.Post(disbursements, "/partners/PARTNER/bank-accounts", "fiona", new { holder = "A partner", iban = "DE89370400440532013000" });
        await api.Post(disbursements, $"/partners/PARTNER/bank-accounts/{Id(account)}/verification", "vera", new { });
        var paid = "";
        for (var window = 0; window < Windows; window++)
            paid = await Pay(window, heard);
        await api.Get(platform.GetEndpoint("audit"), $"/funds/{Fund}/reports/trial-balance?atLeast={heard}");
        await api.Get(platform.GetEndpoint("audit"), $"/funds/{Fund}/reports/trial-balance?atLeast={paid}");
    }

    async Task<string> Donate(int number)
    {
        var donor = string.Create(CultureInfo.InvariantCulture, $"DONOR-{number}");
        var earmark = new[] { new { window = $"W{number % Windows}", amount = Euros("100000000.00") } };
        await api.Post(pledges, "/donors", "fiona", new { code = donor, name = donor, kind = "member-state", country = "DE" });
        var (pledge, _) = await api.Post(pledges, $"/funds/{Fund}/pledges", "fiona", new { donor, amount = Euros("100000000.00"), announcedOn = "2016-01-10" });
        await api.Post(pledges, $"/funds/{Fund}/pledges/{Id(pledge)}/certificates", "fiona",
            new { amount = Euros("100000000.00"), earmarks = earmark, certifiedOn = "2016-01-11", reference = donor });
        var (_, received) = await api.Post(pledges, $"/funds/{Fund}/pledges/{Id(pledge)}/receipts", "fiona",
            new { amount = Euros("1000000.00"), receivedOn = "2016-01-12", bankReference = donor });
        return received;
    }

    async Task<string> Pay(int window, string heard)
    {
        var (action, _) = await api.Post(contracts, $"/funds/{Fund}/actions?atLeast={heard}", "arthur",
            new { title = $"Action {window}", window = $"W{window}", amount = Euros("100000000.00"), approvedOn = "2016-02-01", theme = $"Theme {window % 3}" });
        var paid = "";
        for (var number = 0; number < ContractsPerWindow; number++)
        {
            var (contract, signed) = await api.Post(contracts, $"/funds/{Fund}/actions/{Id(action)}/contracts", "fiona", new
            {
                partner = "PARTNER",
                title = $"Contract {number}",
                amount = Euros("10000000.00"),
                signedOn = "2016-03-01",
                countries = new[] { new { country = "NE", percent = 60 }, new { country = "ML", percent = 40 } },
            });
            var (payment, _) = await api.Post(disbursements, $"/funds/{Fund}/contracts/{Id(contract)}/payment-requests?atLeast={signed}", "fiona",
                new { kind = "interim", amount = Euros("1000.00"), invoice = $"{window}/{number}", requestedOn = "2016-04-01" });
            var path = $"/funds/{Fund}/disbursements/{Id(payment)}";
            await api.Post(disbursements, $"{path}/verification", "vera", new { });
            await api.Post(disbursements, $"{path}/authorisation?atLeast={heard}", "arthur", new { });
            (_, paid) = await api.Post(disbursements, $"{path}/execution", "fiona", new { paidOn = "2016-04-02", bankReference = $"OUT/{window}/{number}" });
        }
        return paid;
    }

    static string Id(JsonElement answer) => answer.GetProperty("id").GetString()!;
}
