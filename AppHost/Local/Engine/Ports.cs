using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace TrustFund.AppHost.Local;

/// <summary>
/// Chooses ports: the one this data folder had last time, the usual one, or a free one; never one that this process gave away already.
/// Addresses stay the same from run to run because people are known by their issuer's address, and keep bookmarks.
/// </summary>
sealed class Ports(string? file)
{
    // Linux hands out outgoing ports from 32768 on; a client's own port could otherwise take a server's.
    const int First = 20000;
    const int Last = 32767;

    static readonly HashSet<int> Given = [];
    static readonly Lock Gate = new();

    /// <summary>Whether usual ports may be taken; several platforms that start at once would all find them free.</summary>
    public bool TakesUsualOnes { get; set; } = true;

    public int Choose(string name, int? usual)
    {
        lock (Gate)
        {
            var remembered = Remembered();
            var port = Candidates(remembered.GetValueOrDefault(name), TakesUsualOnes ? usual : null).First(IsFree);
            Given.Add(port);
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
            Given.Remove(port);
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

    static bool IsFree(int port)
    {
        if (Given.Contains(port))
        {
            return false;
        }

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
