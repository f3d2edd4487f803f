using TrustFund.Contracts;
using TrustFund.Journal;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

const string Service = "contracts";

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal(Service, new ContractsEvolution());
foreach (var following in Followings.Of(Service))
    builder.AddServiceClient(following.Source);

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapApi().WithAtLeast().MapContracts();
app.MapJournal();
await app.RunAsync();
