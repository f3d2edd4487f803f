using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Pledges.Rules;

/// <summary>Codes that stand for something else wherever a fund's or a window's code may stand.</summary>
static class CodeRules
{
    /// <summary>The row in which reports put what spans windows.</summary>
    public const string CrossWindow = "CROSS-WINDOW";

    static readonly HashSet<string> Reserved = [IFundEvent.Platform, CrossWindow];

    /// <summary>Refuses a reserved code.</summary>
    public static Refusal? Free(string code) =>
        Reserved.Contains(code)
            ? Refusal.Rule("reserved-code", $"'{code}' is reserved: {IFundEvent.Platform} stands for no single fund, {CrossWindow} for what spans windows.", "code")
            : null;
}
