using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>By what a state of play tells amounts apart.</summary>
enum StateOfPlayBy
{
    /// <summary>By window, with a row for actions that span windows.</summary>
    Window,

    /// <summary>By the countries that contracts benefit, in their shares.</summary>
    Country,

    /// <summary>By what actions and contracts are for.</summary>
    Theme,

    /// <summary>By implementing partner.</summary>
    Partner,

    /// <summary>By the year of the booking date: what was approved, contracted and paid in it.</summary>
    Year,
}

/// <summary>Approved, contracted and paid of a fund, with counts.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="By">By what the rows tell amounts apart.</param>
/// <param name="Rows">The rows.</param>
/// <param name="CrossWindow">By window: the row of actions that span windows. What is approved for them lies inside the windows' figures; what is contracted and paid under them does not.</param>
/// <param name="Total">The fund: amounts of the rows, and of the cross-window row, add up to it exactly. Counts do not, where one document is in several rows.</param>
sealed record StateOfPlayReport(
    ReportHeader Header, StateOfPlayBy By, IReadOnlyList<StateOfPlayRow> Rows, StateOfPlayRow? CrossWindow, StateOfPlayRow Total) : IReport
{
    /// <inheritdoc />
    public CsvTable ToTable() => new(
        ["key", "name", "currency", "approved", "approvedForCrossWindow", "contracted", "paid", "rac", "ral", "actions", "contracts", "payments"],
        Rows.Concat(CrossWindow is null ? [] : [CrossWindow]).Append(Total).Select(row => (IReadOnlyList<object?>)
        [
            row.Key, row.Name, Header.Currency, row.Approved, row.ApprovedForCrossWindow, row.Contracted, row.Paid, row.Rac, row.Ral,
            row.Actions, row.Contracts, row.Payments,
        ]));
}

/// <summary>A row of a state of play. What the rows of its kind do not have is null.</summary>
/// <param name="Key">Code of the window, country, theme, partner or year; `*` for cross-window, `total` for the fund, empty where it is not stated.</param>
/// <param name="Name">Its name.</param>
/// <param name="Approved">What was approved; of a window, with its parts of cross-window actions.</param>
/// <param name="ApprovedForCrossWindow">The part of it that is for actions that span windows. In the cross-window row: what lies inside the windows for them, not to be added again.</param>
/// <param name="Contracted">Contracts of the fund's own share, net of decommitments.</param>
/// <param name="Paid">What was paid under them, net of recoveries.</param>
/// <param name="Rac">Approved and not yet contracted. Of a window, without its parts of cross-window actions, which are in the cross-window row.</param>
/// <param name="Ral">Contracted and not yet paid.</param>
/// <param name="Actions">How many actions.</param>
/// <param name="Contracts">How many contracts.</param>
/// <param name="Payments">How many payments, without those that were undone.</param>
sealed record StateOfPlayRow(
    string Key,
    string Name,
    Money? Approved,
    Money? ApprovedForCrossWindow,
    Money? Contracted,
    Money? Paid,
    Money? Rac,
    Money? Ral,
    long? Actions,
    long? Contracts,
    long? Payments);
