namespace TrustFund.Bench;

/// <summary>Recording receipts, each of one euro, on funds taken at random.</summary>
sealed class Receipts(Uri address, IReadOnlyList<StagedFund> funds, string token) : IWorkload
{
    public Uri Address => address;

    public async IAsyncEnumerator<bool> Steps(Connection connection, int client)
    {
        var random = new Random(client);
        while (true)
        {
            var fund = funds[random.Next(funds.Count)];
            var key = Guid.NewGuid().ToString();
            await connection.Post($"/funds/{fund.Code}/pledges/{fund.PledgeId}/receipts", token, key,
                $$"""{"amount":{"amount":"1.00","currency":"EUR"},"receivedOn":"2026-02-01","bankReference":"{{key}}"}""");
            yield return true;
        }
    }
}
