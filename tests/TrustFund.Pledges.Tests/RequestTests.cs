using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Tests;

/// <summary>Bodies as clients send them, and answers as they get them.</summary>
public sealed class RequestTests
{
    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json.Replace('\'', '"'), StrictJson.Options)!;

    [Fact]
    public void A_fund_has_a_cap_of_five_percent_when_nothing_is_said()
    {
        var request = Read<EstablishFundRequest>("{'code':'eip','name':'Plan','currency':'EUR','establishedOn':'2017-09-26'}");
        Assert.Equal((5m, null, null), (request.ManagementCostCapPercent, request.ContractingDeadline, request.InKind));
    }

    [Fact]
    public void A_certificate_may_leave_earmarks_and_instalments_out()
    {
        var request = Read<CertifyPledgeRequest>("{'amount':{'amount':'1.00','currency':'EUR'},'certifiedOn':'2017-09-26','reference':'CC-1'}");
        Assert.Null(request.Earmarks);
        Assert.Null(request.Instalments);
    }

    [Theory]
    [InlineData("'from':'certified'", ReductionSource.Certified)]
    [InlineData("'from':'uncertified'", ReductionSource.Uncertified)]
    [InlineData("'window':'SLC'", null)]
    public void A_reduction_may_say_where_it_comes_from(string more, ReductionSource? from) => Assert.Equal(
        from,
        Read<ReducePledgeRequest>($"{{'amount':{{'amount':'1.00','currency':'EUR'}},'requestedOn':'2017-09-26','reason':'x',{more}}}").From);

    [Theory]
    [InlineData("{'code':'X','name':'X','kind':1}")]
    [InlineData("{'code':'X','name':'X'}")]
    [InlineData("{'code':'X','name':'X','kind':'other','nickname':'x'}")]
    [InlineData("{'code':null,'name':'X','kind':'other'}")]
    public void What_is_not_asked_for_is_refused(string json) => Assert.Throws<JsonException>(() => Read<RegisterDonorRequest>(json));

    [Theory]
    [InlineData("OPAF-2017/0042", true)]
    [InlineData("A B", true)]
    [InlineData(" A", false)]
    [InlineData("A ", false)]
    [InlineData("", false)]
    [InlineData("Référence", false)]
    [InlineData("A\nB", false)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    public void A_bank_reference_is_plain_and_short(string reference, bool accepted) =>
        Assert.Equal(accepted, new BankReferenceAttribute().IsValid(reference));

    [Fact]
    public void A_list_has_no_empty_places()
    {
        var request = Read<CertifyPledgeRequest>("{'amount':{'amount':'1.00','currency':'EUR'},'certifiedOn':'2017-09-26','reference':'CC-1','earmarks':[null]}");
        ValidationAttribute rule = new NoNullsAttribute();
        Assert.False(rule.IsValid(request.Earmarks));
        Assert.True(rule.IsValid(null));
    }

    [Fact]
    public void A_pledge_is_shown_with_its_stages_apart()
    {
        var given = new Given();
        var pledge = given.Pledge(given.Pledged(100, certified: 80, received: 90));
        var json = JsonSerializer.SerializeToElement(new PledgeDetail(pledge, [given.Service.Get<Certificate>(pledge.Certificates[0])], []), StrictJson.Options);

        string? Stage(string name) => json.GetProperty(name).GetProperty("amount").GetString();
        Assert.Equal(("100.00", "80.00", "20.00", "10.00"), (Stage("pledged"), Stage("certified"), Stage("uncertified"), Stage("outstanding")));
        Assert.Equal(("90.00", "80.00", "10.00"), (Stage("received"), Stage("allocated"), Stage("unallocated")));
        Assert.Equal("received", json.GetProperty("certificates")[0].GetProperty("instalments")[0].GetProperty("state").GetString());
    }
}
