using System.Net.Mime;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;

namespace TrustFund.Audit.Reports;

/// <summary>A report as a table; what the report stands for is in the answer's headers.</summary>
sealed class CsvResult(IReport report) : IResult, IEndpointMetadataProvider
{
    static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = new ContentType(CsvTable.MediaType) { CharSet = "utf-8", Parameters = { ["header"] = "present" } }.ToString();
        report.Header.AddTo(response.Headers);
        await response.Body.WriteAsync(WithMark.GetPreamble(), httpContext.RequestAborted);
        await response.Body.WriteAsync(WithMark.GetBytes(report.ToTable().ToString()), httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [CsvTable.MediaType]));
}
