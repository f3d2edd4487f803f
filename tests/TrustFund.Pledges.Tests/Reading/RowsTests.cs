using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Reading;

/// <summary>Rows as PostgreSQL's <c>row_to_json</c> writes them.</summary>
public sealed class RowsTests
{
    [Fact]
    public void A_pledge_is_read_with_its_version_and_its_nested_earmarks()
    {
        var pledge = Rows.Read<Pledge>("""
            {"id":"p","version":7,"fund":"EUTF-AFRICA","donor":"PT","currency":"EUR","pledged":1800000.00,"certified":1800000.00,"received":0.00,
             "allocated":0.00,"reserved":0.00,"exchange_difference":0,"gaps":[],"foreign":null,"refund":null,"earmarks":[{"window":"SLC","reserved":0,"certified":855000.00}],"certificates":["c"],
             "announced_on":"2017-06-01","last_received_on":null,"last_allocated_on":null,"note":null,"reference":null,"trace_parent":null}
            """);

        Assert.Equal((7L, Currency.Euro, new DateOnly(2017, 6, 1)), (pledge.Version, pledge.Currency, pledge.AnnouncedOn));
        Assert.Equal((855_000m, 945_000m), (pledge.FreeIn("SLC"), pledge.FreeIn(null)));
    }

    [Fact]
    public void A_page_of_reductions_is_read_with_their_states()
    {
        var reductions = Rows.Read<IReadOnlyList<Reduction>>("""
            [{"id":"r","version":2,"fund":"EUTF-AFRICA","pledge_id":"p","currency":"EUR","amount":20.00,"taken_from":"certified","window":null,
              "requested_on":"2017-06-01","reason":"x","state":"rejected","decided_on":"2017-06-02","rejection_reason":"y","largest_releasable":12.00}]
            """);

        Assert.Equal((ReductionState.Rejected, ReductionSource.Certified, 12m), (reductions[0].State, reductions[0].TakenFrom, reductions[0].LargestReleasable));
    }
}
