using TrustFund.Journal.Hosting;
using TrustFund.Pledges;
using TrustFund.Pledges.Statements;
using TrustFund.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal("pledges", new PledgesEvolution());
builder.AddServiceClient("contracts");
builder.AddServiceClient("disbursements");
builder.AddServiceClient("audit");
builder.Services.AddReports();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapPledges();

app.MapJournal();
await app.RunAsync();
