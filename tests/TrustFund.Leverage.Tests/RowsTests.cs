namespace TrustFund.Leverage.Tests;

public class RowsTests
{
    [Fact]
    public void Books_are_read_as_the_database_writes_them()
    {
        var books = Rows.Parse<FundBooks>("""
            {"fund" : {"id":"EIP","version":3,"name":"External Investment Plan","currency":"EUR","established_on":"2017-09-28","certified":4100000000.00},
             "windows" : [{"id":"EIP/B","version":2,"fund":"EIP","code":"B","name":"Blending","certified":2600000000.00},
                          {"id":"EIP/G","version":2,"fund":"EIP","code":"G","name":"Guarantee","certified":1500000000.00}],
             "instruments" : [{"id":"EIP/B","version":1,"fund":"EIP","code":"B","name":"Grants","kind":"blending","window_code":"B","provisioning_percent":100,"opened_on":"2017-09-28"},
                              {"id":"EIP/G","version":1,"fund":"EIP","code":"G","name":"EFSD","kind":"guarantee","window_code":"G","provisioning_percent":50,"opened_on":"2017-09-28"}],
             "portfolio" : {"id":"EIP","version":3,"claims":[{"window": "B", "instrument": "B"}, {"window": "G", "instrument": "G"}],"operations":1,"expected_mobilised":9600000000.00},
             "target" : {"id":"EIP","version":1,"currency":"EUR","amount":44000000000.00,"qualifier":"up-to","set_on":"2017-09-28","source":"Published with the plan"}}
            """);

        var leverage = books.Leverage(Basis.Cash);

        Assert.Equal((13.1343m, Qualifier.UpTo), (leverage.Ratio, leverage.Mobilised!.Qualifier));
        Assert.Equal(Money.Euros(34_400_000_000m), leverage.Operations.LeftToTarget);
        Assert.Equal(2, books.Portfolio!.Claims.Count);
        Assert.Equal(3, books.Fund.Version);
    }

    [Fact]
    public void Books_of_a_fund_that_was_only_just_established_are_empty()
    {
        var books = Rows.Parse<FundBooks>("""
            {"fund" : {"id":"EIP","version":1,"name":"x","currency":"EUR","established_on":"2017-09-28","certified":0},
             "windows" : [], "instruments" : [], "portfolio" : null, "target" : null}
            """);

        Assert.Equal(0, books.Leverage(Basis.Headline).Operations.Count);
    }
}
