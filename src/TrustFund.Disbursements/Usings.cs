global using TrustFund.Journal;
global using TrustFund.Journal.Http;
global using TrustFund.ServiceDefaults;
