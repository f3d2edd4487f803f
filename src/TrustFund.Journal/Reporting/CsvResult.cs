using System.Text;
using Microsoft.AspNetCore.Http;

namespace TrustFund.Journal.Reporting;

/// <summary>A report as a table; what the report stands for is in the answer's headers.</summary>
/// <param name="header">What it stands for, if it says so.</param>
/// <param name="table">The table.</param>
public sealed class CsvResult(ReportHeader? header, CsvTable table) : IResult
{
    static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.ContentType = $"{CsvTable.MediaType}; charset=utf-8; header=present";
        header?.AddTo(response.Headers);
        await response.Body.WriteAsync(WithMark.GetPreamble(), httpContext.RequestAborted);
        await response.Body.WriteAsync(WithMark.GetBytes(table.ToString()), httpContext.RequestAborted);
    }
}
