using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace TrustFund.AppHost.Local;

/// <summary>
/// Chooses ports: the one this data folder had last time, the usual one, or a free one; never one that another platform on this machine has chosen.
/// Addresses stay the same from run to run because people keep bookmarks and scripts.
/// </summary>
sealed class Ports(string? file)
{
    // Linux hands out outgoing ports from 32768 on; a client's own port could otherwise take a server's.
    const int First = 20000;
    const int Last = 32767;

    static readonly Dictionary<int, PortReservation> Given = [];
    static readonly Lock Gate = new();

    /// <summary>Whether usual ports may be taken; several platforms that start at once would all find them free.</summary>
    public bool TakesUsualOnes { get; set; } = true;

    public int Choose(string name, int? usual)
    {
        lock (Gate)
        {
            var remembered = Remembered();
            var port = Candidates(remembered.GetValueOrDefault(name), TakesUsualOnes ? usual : null).First(TryReserve);
            remembered[name] = port;
            if (file is not null)
            {
                File.WriteAllText(file, JsonSerializer.Serialize(remembered));
            }

            return port;
        }
    }

    /// <summary>A free port that nothing remembers.</summary>
    public static int ChooseAny() => new Ports(null).Choose("", null);

    /// <summary>Lets others have the port again.</summary>
    public static void Release(int port)
    {
        lock (Gate)
        {
            if (Given.Remove(port, out var reservation))
            {
                reservation.Dispose();
            }
        }
    }

    static IEnumerable<int> Candidates(int remembered, int? usual)
    {
        if (remembered > 0)
        {
            yield return remembered;
        }

        if (usual is { } port)
        {
            yield return port;
        }

        for (var attempt = 0; attempt < 1000; attempt++)
        {
            yield return Random.Shared.Next(First, Last + 1);
        }
    }

    static bool TryReserve(int port)
    {
        // In this order: who listens may have begun just before the reservation was taken.
        if (Given.ContainsKey(port) || PortReservation.TryTake(port) is not { } reservation)
        {
            return false;
        }

        if (!IsFree(port))
        {
            reservation.Dispose();
            return false;
        }

        Given.Add(port, reservation);
        return true;
    }

    static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    SortedDictionary<string, int> Remembered() =>
        file is not null && File.Exists(file) ? JsonSerializer.Deserialize<SortedDictionary<string, int>>(File.ReadAllText(file))! : [];
}
