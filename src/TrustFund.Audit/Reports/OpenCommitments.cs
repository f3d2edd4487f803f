using TrustFund.Audit.Dimensions;
using TrustFund.Journal.Reporting;
using static TrustFund.Audit.Ledger.MemorandumAccounts;

namespace TrustFund.Audit.Reports;

/// <summary>What is approved and not yet contracted, by action (RAC).</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Rows">The actions, in the order they were approved.</param>
/// <param name="Total">The RAC of the fund.</param>
sealed record RacReport(ReportHeader Header, IReadOnlyList<RacRow> Rows, Money Total) : IReport
{
    public static RacReport Of(ReportHeader header, Sums ofActions, IReadOnlyList<ActionFacts> actions)
    {
        var facts = actions.ToDictionary(action => action.Id);
        var rows = ofActions.BySubject()
            .OrderBy(action => action.Key, StringComparer.Ordinal)
            .Select(action => Row(header, action.Key, facts.GetValueOrDefault(action.Key), action.Value.Balance(Approved), action.Value.Balance(Contracted)))
            .ToList();
        return new(header, rows, header.In(rows.Sum(row => row.Rac.Amount)));
    }

    /// <inheritdoc />
    public CsvTable ToTable() => new(
        ["action", "reference", "title", "theme", "windows", "currency", "approved", "contracted", "rac"],
        Rows.Select(row => (IReadOnlyList<object?>)
            [row.ActionId, row.Reference, row.Title, row.Theme, string.Join(' ', row.Windows), Header.Currency, row.Approved, row.Contracted, row.Rac])
            .Append(["total", null, "Total", null, null, Header.Currency, Header.In(Rows.Sum(row => row.Approved.Amount)), Header.In(Rows.Sum(row => row.Contracted.Amount)), Total]));

    static RacRow Row(ReportHeader header, string id, ActionFacts? action, decimal approved, decimal contracted) => new(
        id, action?.Reference, action?.Title, action?.Theme, action?.Windows ?? [],
        header.In(approved), header.In(contracted), header.In(approved - contracted));
}

/// <summary>An action's row.</summary>
/// <param name="ActionId">Id of the action.</param>
/// <param name="Reference">The fund's own reference of it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Theme">What it is for.</param>
/// <param name="Windows">The windows it is paid from.</param>
/// <param name="Approved">What is approved, with its riders.</param>
/// <param name="Contracted">What is contracted under it, net of decommitments.</param>
/// <param name="Rac">The rest; below zero where history contracted more than was approved.</param>
sealed record RacRow(
    string ActionId, string? Reference, string? Title, string? Theme, IReadOnlyList<string> Windows, Money Approved, Money Contracted, Money Rac);

/// <summary>What is contracted and not yet paid, by contract (RAL).</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Rows">The contracts, in the order they were signed.</param>
/// <param name="Total">The RAL of the fund.</param>
sealed record RalReport(ReportHeader Header, IReadOnlyList<RalRow> Rows, Money Total) : IReport
{
    public static RalReport Of(ReportHeader header, DateOnly through, DateTimeOffset known, Sums ofContracts, IReadOnlyList<ContractFacts> contracts)
    {
        var facts = contracts.ToDictionary(contract => contract.Id);
        var rows = ofContracts.BySubject()
            .OrderBy(contract => contract.Key, StringComparer.Ordinal)
            .Select(contract => RalRow.Of(header, contract.Key, facts.GetValueOrDefault(contract.Key), through, known, contract.Value))
            .ToList();
        return new(header, rows, header.In(rows.Sum(row => row.Ral.Amount)));
    }

    /// <inheritdoc />
    public CsvTable ToTable() => new(
        ["contract", "reference", "title", "action", "partner", "standing", "signedOn", "endsOn", "currency", "contracted", "paid", "ral"],
        Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.ContractId, row.Reference, row.Title, row.ActionId, row.Partner, row.Standing, row.SignedOn, row.EndsOn, Header.Currency,
            row.Contracted, row.Paid, row.Ral,
        ]).Append(
        [
            "total", null, "Total", null, null, null, null, null, Header.Currency,
            Header.In(Rows.Sum(row => row.Contracted.Amount)), Header.In(Rows.Sum(row => row.Paid.Amount)), Total,
        ]));
}

/// <summary>A contract's row.</summary>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Reference">The fund's own reference of it.</param>
/// <param name="Title">Its title.</param>
/// <param name="ActionId">The action it is signed under.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Standing">`active`, `suspended`, `terminated` or `ended`; null for a contract that is known by its payments alone.</param>
/// <param name="SignedOn">When it was signed.</param>
/// <param name="EndsOn">The last day of its implementation.</param>
/// <param name="Contracted">The fund's own share, net of decommitments.</param>
/// <param name="Paid">What was paid, net of recoveries.</param>
/// <param name="Ral">The rest; below zero where more was paid than contracted.</param>
sealed record RalRow(
    string ContractId,
    string? Reference,
    string? Title,
    string? ActionId,
    string? Partner,
    string? Standing,
    DateOnly? SignedOn,
    DateOnly? EndsOn,
    Money Contracted,
    Money Paid,
    Money Ral)
{
    public static RalRow Of(ReportHeader header, string id, ContractFacts? facts, DateOnly through, DateTimeOffset known, Sums sums)
    {
        var terms = facts?.TermsOn(through, known);
        var (contracted, paid) = (sums.Balance(Ledger.MemorandumAccounts.Contracted), sums.Paid);
        return new(
            id, facts?.Reference, terms?.Title, facts?.ActionId, facts?.Partner, facts?.StandingOn(through, known), facts?.SignedOn, terms?.EndsOn,
            header.In(contracted), header.In(paid), header.In(contracted - paid));
    }
}
