using System.Text.Json;

namespace TrustFund.Bench;

/// <summary>Disbursements of one euro, each in its four recorded steps by three people, on funds taken at random.</summary>
sealed class Payments(Uri address, IReadOnlyList<StagedFund> funds, string finance, string verifying, string authorising) : IWorkload
{
    public Uri Address => address;

    public async IAsyncEnumerator<bool> Steps(Connection connection, int client)
    {
        var random = new Random(client);
        while (true)
        {
            var fund = funds[random.Next(funds.Count)];
            var key = Guid.NewGuid().ToString();
            var answer = await connection.Post($"/funds/{fund.Code}/contracts/{fund.ContractId}/payment-requests", finance, key,
                $$"""{"kind":"interim","amount":{"amount":"1.00","currency":"EUR"},"invoice":"{{key}}","requestedOn":"2026-02-01"}""");
            yield return true;
            using var requested = JsonDocument.Parse(answer);
            var payment = $"/funds/{fund.Code}/disbursements/{requested.RootElement.GetProperty("id").GetString()}";
            await connection.Post($"{payment}/verification", verifying, key, "");
            yield return true;
            await connection.Post($"{payment}/authorisation", authorising, key, "");
            yield return true;
            await connection.Post($"{payment}/execution", finance, key, $$"""{"paidOn":"2026-02-02","bankReference":"{{key}}"}""");
            yield return true;
        }
    }
}
