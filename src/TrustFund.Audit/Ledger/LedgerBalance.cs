using TrustFund.Journal;

namespace TrustFund.Audit.Ledger;

/// <summary>
/// A sum of ledger lines, kept up with each of them, so that a report of today reads a few rows though the ledger has millions. The
/// scope says of what: <c>fund</c> (by window and cash flow), or one <c>action</c>, <c>contract</c>, <c>pledge</c>.
/// </summary>
sealed record LedgerBalance : State
{
    public const string OfFund = "fund";
    public const string OfAction = "action";
    public const string OfContract = "contract";
    public const string OfPledge = "pledge";

    public required string Scope { get; init; }

    public required string Fund { get; init; }

    public required string Currency { get; init; }

    public required string Account { get; init; }

    /// <summary>The id of the action, contract or pledge; null for the fund itself.</summary>
    public string? Subject { get; init; }

    public string? WindowCode { get; init; }

    public required bool CrossWindow { get; init; }

    public string? Flow { get; init; }

    public decimal Debit { get; init; }

    public decimal Credit { get; init; }

    public long Documents { get; init; }

    /// <summary>The same by year of the booking date, in their order; kept for the fund alone.</summary>
    public IReadOnlyList<YearSum> Years { get; init; } = [];

    /// <summary>The balances a line belongs to, empty.</summary>
    public static IEnumerable<LedgerBalance> Of(string fund, Posting line)
    {
        yield return Empty(fund, line, OfFund, null) with
        {
            Id = $"fund/{fund}/{line.Currency}/{line.Account.Code}/{line.About.Window}/{(line.About.CrossWindow ? "x" : "")}/{line.Flow}",
            WindowCode = line.About.Window,
            CrossWindow = line.About.CrossWindow,
            Flow = line.Flow,
        };
        if (line.About.ActionId is { } action) yield return Empty(fund, line, OfAction, action);
        if (line.About.ContractId is { } contract) yield return Empty(fund, line, OfContract, contract);
        if (line.About.PledgeId is { } pledge) yield return Empty(fund, line, OfPledge, pledge);
    }

    /// <summary>Adds the lines of a fact to every balance they belong to.</summary>
    public static void Apply(States states, Recorded recorded, IReadOnlyList<Posting> lines)
    {
        foreach (var line in lines)
        {
            foreach (var empty in Of(recorded.Event.Fund, line))
            {
                var balance = states.Find<LedgerBalance>(empty.Id) ?? empty;
                states.Put(balance with
                {
                    Debit = balance.Debit + line.Debit,
                    Credit = balance.Credit + line.Credit,
                    Documents = balance.Documents + line.Documents,
                    Years = balance.Scope == OfFund ? YearSum.Add(balance.Years, recorded.BookedOn.Year, line) : [],
                });
            }
        }
    }

    static LedgerBalance Empty(string fund, Posting line, string scope, string? subject) => new()
    {
        Id = $"{scope}/{fund}/{line.Currency}/{line.Account.Code}/{subject}",
        Scope = scope,
        Fund = fund,
        Currency = line.Currency.Code,
        Account = line.Account.Code,
        Subject = subject,
        CrossWindow = false,
    };
}
