using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>Every line of the ledger about one pledge, action, contract or document, each with who caused it and the trace of its commit.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Subject">The id.</param>
/// <param name="Rows">The lines, in the order they were recorded; a page of them.</param>
/// <param name="Next">What to send as `after` for the lines that follow; null at the end.</param>
sealed record JournalOfSubjectReport(ReportHeader Header, string Subject, IReadOnlyList<JournalRow> Rows, string? Next) : IReport
{
    /// <inheritdoc />
    public CsvTable ToTable() => new(
        [
            "position", "event", "valueOn", "bookedOn", "recordedAt", "account", "window", "donor", "pledge", "action", "contract", "document",
            "currency", "debit", "credit", "actor", "traceParent",
        ],
        Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Position, row.Event, row.ValueOn, row.BookedOn, row.RecordedAt, row.Account, row.Window, row.Donor, row.PledgeId, row.ActionId,
            row.ContractId, row.DocumentId, Header.Currency, row.Debit, row.Credit, row.Actor, row.TraceParent,
        ]));
}

/// <summary>A line of the ledger.</summary>
/// <param name="Position">Where its fact stands in its source's journal: `pledges:12`.</param>
/// <param name="Event">The type of the fact.</param>
/// <param name="ValueOn">The date on which it took effect.</param>
/// <param name="BookedOn">The day whose period it belongs to.</param>
/// <param name="RecordedAt">When its source recorded it, UTC.</param>
/// <param name="Account">The account.</param>
/// <param name="Window">The window it is about.</param>
/// <param name="Donor">The donor it is about.</param>
/// <param name="PledgeId">The pledge it is about.</param>
/// <param name="ActionId">The action it is about.</param>
/// <param name="ContractId">The contract it is about.</param>
/// <param name="DocumentId">The certificate, receipt, disbursement, recovery order, cost or refund.</param>
/// <param name="Debit">What is debited.</param>
/// <param name="Credit">What is credited.</param>
/// <param name="Actor">Opaque id of the person or service that caused it.</param>
/// <param name="TraceParent">The W3C trace context of its commit.</param>
sealed record JournalRow(
    string Position,
    string Event,
    DateOnly? ValueOn,
    DateOnly BookedOn,
    DateTimeOffset RecordedAt,
    string Account,
    string? Window,
    string? Donor,
    string? PledgeId,
    string? ActionId,
    string? ContractId,
    string? DocumentId,
    Money Debit,
    Money Credit,
    string Actor,
    string? TraceParent);
