using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Contracts.Tests;

static class Refused
{
    /// <summary>The command is refused so, and nothing changes.</summary>
    public static Refusal AssertRefused(this MemoryService service, Command command, int status, string code, string? field)
    {
        var before = service.Journal.Count;
        var refusal = service.Execute(command);
        Assert.NotNull(refusal);
        Assert.Equal((status, code, field), (refusal.Status, refusal.Code, refusal.Field));
        Assert.Equal(before, service.Journal.Count);
        return refusal;
    }
}
