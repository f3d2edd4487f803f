using System.Runtime.InteropServices;

namespace TrustFund.AppHost.Local;

/// <summary>The signals the engine sends, by their numbers on Linux.</summary>
enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}

/// <summary>The few calls to the operating system that .NET has no words for.</summary>
static partial class Posix
{
    /// <summary>Sends a signal to a process; one that has gone already is no error.</summary>
    public static void Send(int process, Signal signal) => _ = Kill(Checked(process), (int)signal);

    /// <summary>Sends a signal to every process of the group that the given process leads.</summary>
    public static void SendToGroup(int leader, Signal signal) => _ = Kill(-Checked(leader), (int)signal);

    public static bool IsRoot => geteuid() == 0;

    // To the operating system 0 means our own group, and -1 every process there is.
    static int Checked(int process) => process > 1 ? process : throw new ArgumentOutOfRangeException(nameof(process));

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc")]
    private static partial uint geteuid();
}
