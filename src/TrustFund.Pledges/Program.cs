using TrustFund.Journal.Hosting;
using TrustFund.Pledges;
using TrustFund.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal("pledges", new PledgesEvolution());
builder.AddServiceClient("contracts");
builder.AddServiceClient("disbursements");
builder.AddServiceClient("audit");

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapPledges();

app.MapJournal();
await app.RunAsync();
