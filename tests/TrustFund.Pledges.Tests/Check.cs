using System.Text.RegularExpressions;
using TrustFund.Journal;

namespace TrustFund.Pledges.Tests;

static class Check
{
    /// <summary>Refused with this status, code and field, in a sentence; and nothing was recorded.</summary>
    public static void Refuses(Given given, Command command, int status, string code, string? field, string? says = null)
    {
        var before = given.Service.Journal.Count;
        var refusal = given.Service.Execute(command);
        Assert.NotNull(refusal);
        Assert.Equal((status, code, field), (refusal.Status, refusal.Code, refusal.Field));
        Assert.Matches(new Regex(@"\A.+\.\z", RegexOptions.Singleline), refusal.Detail);
        if (says is not null)
            Assert.Contains(says, refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(before, given.Service.Journal.Count);
    }
}
