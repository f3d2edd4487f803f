using TrustFund.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Imports;
using TrustFund.Journal;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.Journal.Imports;
using TrustFund.ServiceDefaults;

const string Service = "contracts";

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddJournal(Service, new ContractsEvolution());
foreach (var following in Followings.Of(Service))
    builder.AddServiceClient(following.Source);
builder.Services.AddHostedService(DeadlinesClock.Over);

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
var api = app.MapApi().WithAtLeast();
api.MapContracts();
api.MapImports(Codes.Fold, Roles.Administrator, [.. Roles.All], new ActionFile(), new ContractFile());
app.MapJournal();
await app.RunAsync();
