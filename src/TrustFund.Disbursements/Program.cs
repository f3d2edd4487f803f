using TrustFund.Disbursements;
using TrustFund.Disbursements.Payments;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Imports;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal("disbursements", new DisbursementsEvolution());
foreach (var following in Followings.Of("disbursements"))
    builder.AddServiceClient(following.Source);

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
var api = app.MapApi().WithAtLeast();
api.MapDisbursements();
api.MapImports(Codes.Fold, Roles.Administrator, [.. Roles.All], new PaymentRows());
app.MapJournal();
await app.RunAsync();
