using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Actions;

namespace TrustFund.Contracts.Tests.Actions;

public sealed class ApproveRiderRequestTests
{
    [Fact]
    public void A_split_holds_no_nulls()
    {
        var request = new ApproveRiderRequest(Money.Euros(-1m), Scene.Day, "R-1", "Less is needed", [new("HOA", Money.Euros(-1m)), null]);

        Assert.Equal(["Split"], request.Validate(new ValidationContext(request)).SelectMany(result => result.MemberNames));
    }
}
