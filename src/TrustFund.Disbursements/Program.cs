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
app.MapApi().WithAtLeast().MapDisbursements();
app.MapJournal();
await app.RunAsync();
