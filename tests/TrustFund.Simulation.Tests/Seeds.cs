using System.Globalization;
using System.Security.Cryptography;

namespace TrustFund.Simulation.Tests;

/// <summary>Where random runs begin: at random, or where <c>TRUSTFUND_SEED</c> says, to replay what failed.</summary>
static class Seeds
{
    public const string Variable = "TRUSTFUND_SEED";

    /// <summary>How many times as many runs as usual, for a long search: <c>TRUSTFUND_RUNS=100</c>.</summary>
    public static int Times { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("TRUSTFUND_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 1;

    public static ulong Next() =>
        ulong.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
}
