using TrustFund.Journal;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.Leverage;
using TrustFund.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal("leverage", new LeverageEvolution());
foreach (var following in Followings.Of("leverage"))
    builder.AddServiceClient(following.Source);
builder.Services.AddReports();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();

// Commands wait too when asked to: an officer who has just opened a window in Pledges may open its instrument at once.
LeverageApi.Map(app.MapApi().WithAtLeast());

app.MapJournal();
await app.RunAsync();
