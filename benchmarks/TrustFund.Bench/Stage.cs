using System.Globalization;
using System.Text.Json;
using TrustFund.AppHost.Local;

namespace TrustFund.Bench;

/// <summary>A fund with all that recording money in and out of it takes, and the positions at which the last of it was recorded.</summary>
sealed record StagedFund(string Code, string PledgeId, string ContractId, string Received, string Signed);

/// <summary>Sets up funds through the public API, each with a certified pledge, cash, and a signed contract.</summary>
sealed class Stage(DistributedApplication platform, Api api)
{
    const string Plenty = "900000000000.00";

    readonly Uri pledges = platform.GetEndpoint("pledges");
    readonly Uri disbursements = platform.GetEndpoint("disbursements");
    readonly Uri contracts = platform.GetEndpoint("contracts");

    static object Euros(string amount) => new { amount, currency = "EUR" };

    public async Task<IReadOnlyList<StagedFund>> Set(int funds)
    {
        await api.Post(pledges, "/donors", "fiona", new { code = "DONOR", name = "A donor", kind = "member-state", country = "DE" });
        await api.Post(contracts, "/partners", "fiona", new { code = "PARTNER", name = "A partner" });
        var (account, _) = await api.Post(disbursements, "/partners/PARTNER/bank-accounts", "fiona", new { holder = "A partner", iban = "DE89370400440532013000" });
        await api.Post(disbursements, $"/partners/PARTNER/bank-accounts/{Id(account)}/verification", "vera", new { });
        var staged = new StagedFund[funds];
        await Parallel.ForAsync(0, funds, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => staged[number] = await SetFund(number));
        foreach (var fund in staged)
            await Arrival(fund);
        return staged;
    }

    /// <summary>Waits until Disbursements may pay under the fund's contract.</summary>
    async Task Arrival(StagedFund fund)
    {
        await api.Get(disbursements, $"/funds/{fund.Code}/cash?atLeast={fund.Received}");
        await api.Get(disbursements, $"/funds/{fund.Code}/contracts/{fund.ContractId}/payments?atLeast={fund.Signed}");
    }

    async Task<StagedFund> SetFund(int number)
    {
        var fund = string.Create(CultureInfo.InvariantCulture, $"BENCH-{number:0000}");
        await api.Post(pledges, "/funds", "adam", new { code = fund, name = $"Fund {number}", currency = "EUR", managementCostCapPercent = 5, establishedOn = "2026-01-01" });
        await api.Post(pledges, $"/funds/{fund}/windows", "adam", new { code = "ONLY", name = "The only window" });
        var (pledge, _) = await api.Post(pledges, $"/funds/{fund}/pledges", "fiona", new { donor = "DONOR", amount = Euros(Plenty), announcedOn = "2026-01-02" });
        var id = Id(pledge);
        var (_, certified) = await api.Post(pledges, $"/funds/{fund}/pledges/{id}/certificates", "fiona",
            new { amount = Euros(Plenty), earmarks = new[] { new { window = "ONLY", amount = Euros(Plenty) } }, certifiedOn = "2026-01-03", reference = $"{fund}/C" });
        var (_, received) = await api.Post(pledges, $"/funds/{fund}/pledges/{id}/receipts", "fiona",
            new { amount = Euros("100000000000.00"), receivedOn = "2026-01-04", bankReference = $"{fund}/R" });
        var (action, _) = await api.Post(contracts, $"/funds/{fund}/actions?atLeast={certified}", "arthur",
            new { title = "An action", window = "ONLY", amount = Euros(Plenty), approvedOn = "2026-01-05" });
        var (contract, signed) = await api.Post(contracts, $"/funds/{fund}/actions/{Id(action)}/contracts", "fiona",
            new { partner = "PARTNER", title = "A contract", amount = Euros(Plenty), signedOn = "2026-01-06" });
        return new(fund, id, Id(contract), received, signed);
    }

    static string Id(JsonElement answer) => answer.GetProperty("id").GetString()!;
}
