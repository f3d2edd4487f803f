using TrustFund.Disbursements.Accounts;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Accounts;

public sealed class BankAccountTests
{
    const string Second = "0199a000-0000-7000-8000-0000000000b2";

    static readonly ProposeAccount AnotherAccount = new("IOM", Second, new("IOM Field Office", "DE89 3704 0044 0532 0130 00", "cobadeffxxx"));

    [Fact]
    public void A_number_is_kept_without_spaces_and_waits_for_a_second_person()
    {
        var given = AFund(1_000, 500);

        var facts = given.Service.Accept(AnotherAccount, Fiona);

        Assert.Equal([new BankAccountProposed(Second, "IOM", "IOM Field Office", "DE89370400440532013000", "COBADEFFXXX")], facts);
        given.Refused(new VerifyAccount("IOM", Second), Fiona, 403, "four-eyes", null);
        given.Accepted(new VerifyAccount("IOM", Second), Vera);
        Assert.Equal((AccountStatus.Verified, Fiona, Vera), (given.Service.Get<BankAccount>(Second).Status, given.Service.Get<BankAccount>(Second).ProposedBy, given.Service.Get<BankAccount>(Second).VerifiedBy));
    }

    [Theory]
    [InlineData("BE68539007547035")]
    [InlineData("BE68 5390 0754")]
    [InlineData("6868539007547034")]
    [InlineData("BE685390075470é4")]
    public void A_number_whose_check_digits_do_not_fit_is_refused(string iban) =>
        AFund(1_000, 500).Refused(new ProposeAccount("IOM", Second, new("IOM", iban)), Fiona, 422, "invalid-iban", "iban");

    [Theory]
    [InlineData("BE975390075470340")]
    [InlineData("BE9653900754703400")]
    public void A_number_of_another_length_than_its_countrys_is_refused_though_its_check_digits_fit(string iban) =>
        AFund(1_000, 500).Refused(new ProposeAccount("IOM", Second, new("IOM", iban)), Fiona, 422, "invalid-iban", "iban");

    [Theory]
    [InlineData("NO93 8601 1117 947")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("DJ21 0001 0000 0001 5400 0100 186")]
    [InlineData("SC18 SSCB 1101 0000 0000 0000 1497 USD")]
    [InlineData("ML13 ML01 6012 0102 6001 0066 8497")]
    public void Numbers_of_the_registry_and_of_countries_outside_it_are_taken(string iban) =>
        AFund(1_000, 500).Accepted(new ProposeAccount("IOM", Second, new("IOM", iban)), Fiona);

    [Fact]
    public void The_same_number_twice_is_refused() =>
        AFund(1_000, 500).Refused(new ProposeAccount("IOM", Second, new("IOM", "be68539007547034")), Fiona, 409, "account-exists", "iban");

    [Fact]
    public void A_partner_without_a_verified_account_cannot_be_paid()
    {
        var given = AFund(1_000, 500).Accepted(new CloseAccount("IOM", Account, "Moved."), Fiona).Accepted(AnotherAccount, Fiona);

        given.Refused(Request(100), Fiona, 422, "no-verified-account", "account");
        given.Refused(Request(100) with { Body = Request(100).Body with { Account = Second } }, Fiona, 422, "account-not-verified", "account");
        given.Refused(new VerifyAccount("IOM", Account), Vera, 409, "wrong-state", null);
    }

    [Fact]
    public void Of_several_accounts_one_must_be_named_and_is_frozen_into_the_payment()
    {
        var given = AFund(1_000, 500).Accepted(AnotherAccount, Fiona).Accepted(new VerifyAccount("IOM", Second), Vera);

        given.Refused(Request(100), Fiona, 422, "several-accounts", "account");
        given.Accepted(Request(100) with { Body = Request(100).Body with { Account = Second } }, Fiona);

        Assert.Equal((Second, "DE89370400440532013000"), (given.ThePayment().AccountId, given.ThePayment().Iban));
    }

    [Fact]
    public void An_account_of_another_partner_is_none()
    {
        var given = AFund(1_000, 500).Accepted(AnotherAccount with { Partner = "GIZ" }, Fiona).Accepted(new VerifyAccount("GIZ", Second), Vera);

        given.Refused(Request(100) with { Body = Request(100).Body with { Account = Second } }, Fiona, 422, "account-not-verified", "account");
        given.Refused(new CloseAccount("IOM", Second, "No."), Fiona, 404, "not-found", "id");
    }

    [Fact]
    public void A_payment_to_an_account_that_was_closed_since_goes_no_further()
    {
        var given = AFund(1_000, 500).Authorised(100, "p1").Verified(100, "p2").Accepted(new CloseAccount("IOM", Account, "Fraud."), Vera);

        given.Refused(Execute("p1"), Fiona, 409, "account-closed", "account");
        given.Refused(Authorise("p2"), Arthur, 409, "account-closed", "account");
        given.Accepted(Reject("p1"), Arthur);
    }
}
