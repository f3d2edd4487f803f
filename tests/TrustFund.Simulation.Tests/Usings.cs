global using TrustFund.Events;
global using TrustFund.Journal;
global using TrustFund.Rehearsal;
// Two services may call what they keep by the same word; here each is called by what it is to its service.
global using FundAction = TrustFund.Contracts.Actions.FundAction;
global using FundCash = TrustFund.Disbursements.Funds.FundCash;
global using PayableContract = TrustFund.Disbursements.Contracts.Contract;
global using Payment = TrustFund.Disbursements.Payments.Disbursement;
global using Pledge = TrustFund.Pledges.Pledges.Pledge;
global using PledgingFund = TrustFund.Pledges.Funds.Fund;
global using PledgingWindow = TrustFund.Pledges.Funds.Window;
global using SignedContract = TrustFund.Contracts.Contracts.Contract;
global using SpendingFund = TrustFund.Contracts.Funds.Fund;
global using SpendingWindow = TrustFund.Contracts.Funds.Window;
