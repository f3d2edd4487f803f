namespace TrustFund.Pledges.Certificates;

/// <summary>Which instalments the money that arrived has settled: the one due first comes first, whichever certificate it is of.</summary>
static class InstalmentSchedule
{
    /// <summary>What of <paramref name="allocated"/> falls to each instalment of each certificate, in their order.</summary>
    /// <param name="allocated">What arrived for the pledge within its certified amount, in its own currency.</param>
    /// <param name="certificates">All the pledge's certificates, oldest first; of instalments due the same day, the older certificate's comes first.</param>
    public static IReadOnlyList<IReadOnlyList<decimal>> Received(decimal allocated, IReadOnlyList<Certificate> certificates)
    {
        var received = certificates.Select(certificate => new decimal[certificate.Instalments.Count]).ToList();
        var inOrder = certificates
            .SelectMany((certificate, c) => certificate.Instalments.Select((instalment, i) => (c, i, instalment)))
            .OrderBy(entry => entry.instalment.DueOn);
        var left = allocated;
        foreach (var (c, i, instalment) in inOrder)
        {
            received[c][i] = Math.Min(left, instalment.Remains());
            left -= received[c][i];
        }
        return received;
    }
}
