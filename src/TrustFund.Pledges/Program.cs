using TrustFund.Journal.Hosting;
using TrustFund.Pledges;
using TrustFund.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal("pledges", new PledgesEvolution());
builder.AddServiceClient("contracts");

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapPledges();

app.MapJournal();
await app.RunAsync();
