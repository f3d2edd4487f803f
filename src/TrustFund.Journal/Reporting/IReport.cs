namespace TrustFund.Journal.Reporting;

/// <summary>A report, which can be had as JSON or as one table.</summary>
public interface IReport
{
    /// <summary>What it stands for.</summary>
    ReportHeader Header { get; }

    /// <summary>Its rows, as a spreadsheet shows them.</summary>
    CsvTable ToTable();
}
