using TrustFund.Disbursements;
using TrustFund.Journal.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal("disbursements", new DisbursementsEvolution());
foreach (var following in Followings.Of("disbursements"))
    builder.AddServiceClient(following.Source);

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapJournal();
app.MapApi().WithAtLeast().MapDisbursements();
await app.RunAsync();
