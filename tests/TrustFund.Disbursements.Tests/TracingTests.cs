using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests;

public sealed class TracingTests
{
    readonly States states = States.Everything();
    readonly DisbursementsEvolution evolution = new();
    long sequence;

    public TracingTests()
    {
        Apply("pledges", Receipt(500), "receipt-1");
        Apply("pledges", Receipt(500), "receipt-2");
        Apply("contracts", Signature(500), "signature");
        Apply("disbursements", new BankAccountProposed(Account, "IOM", "IOM", Iban, null), "account");
        Apply("disbursements", new BankAccountVerified(Account, "IOM"), "verification of the account");
    }

    [Fact]
    public void Authorisation_and_execution_link_to_the_request_the_contract_and_the_receipts()
    {
        Assert.Equal(["signature"], Decide(Request(300), Fiona, "request"));
        Assert.Equal(["request"], Decide(Verify(), Vera, "verification"));
        Assert.Equal(["request", "signature", "receipt-1", "receipt-2"], Decide(Authorise(), Arthur, "authorisation"));
        Assert.Equal(["request", "signature", "receipt-1", "receipt-2"], Decide(Execute(), Fiona, "execution"));
    }

    IReadOnlyList<string> Decide(Command command, string actor, string trace)
    {
        var decision = command.By(actor, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Decide(states);
        Assert.Null(decision.Refusal);
        Apply("disbursements", Assert.Single(decision.Events), trace, actor);
        return decision.Links;
    }

    void Apply(string source, Events.IFundEvent fact, string trace, string actor = "someone") =>
        evolution.Apply(states, new(source, ++sequence, DateTimeOffset.UnixEpoch, actor, trace, fact));
}
