using TrustFund.Audit;
using TrustFund.Audit.Reconciliation;
using TrustFund.Audit.Reports;
using TrustFund.Journal;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

const string Service = "audit";

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal(Service, new AuditEvolution());
foreach (var following in Followings.Of(Service))
    builder.AddServiceClient(following.Source);
builder.Services.AddReports();
builder.Services.AddReconciliation();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapApi().WithAtLeast().MapAudit();
app.MapJournal();
await app.RunAsync();
