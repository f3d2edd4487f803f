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
             "instruments" : [{"id":"EIP/B","version":1,"fund":"EIP","code":"B","name":"Grants","kind":"blending","window_code":"B","provisioning_percent":100,"opened_on":"2017-09-28","booked_on":"2017-09-28","recorded_at":"2017-10-02T09:30:00.123456+00:00"},
                              {"id":"EIP/G","version":1,"fund":"EIP","code":"G","name":"EFSD","kind":"guarantee","window_code":"G","provisioning_percent":50,"opened_on":"2017-09-28","booked_on":"2017-09-28","recorded_at":"2017-10-02T09:30:00.123456+00:00"}],
             "portfolio" : {"id":"EIP","version":3,"claims":[{"window": "B", "instrument": "B"}, {"window": "G", "instrument": "G"}],"operations":1,"expected_mobilised":9600000000.00},
             "target" : {"id":"EIP","version":1,"currency":"EUR","amount":44000000000.00,"qualifier":"up-to","set_on":"2017-09-28","source":"Published with the plan"},
             "totals" : [{"id":"EIP/signed","version":1,"fund":"EIP","measure":"signed","operations":1,"itemised":1,"investment":900.00,"grants":100.00,"public_finance":300.00,"private_finance":500.00,"attributed_private":500.00}]}
            """);

        var leverage = books.Leverage(Basis.Cash);

        Assert.Equal((13.1343m, Qualifier.UpTo), (leverage.Ratio, leverage.Mobilised!.Qualifier));
        Assert.Equal(Money.Euros(34_400_000_000m), leverage.Operations.LeftToTarget);
        Assert.Equal(2, books.Portfolio!.Claims.Count);
        Assert.Equal(3, books.Fund.Version);
        Assert.Equal((Money.Euros(900m), 0m), (Mobilised.Of(books, Basis.Cash).Signed.Investment, books.Total(Measure.Disbursed).Investment));
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

    [Fact]
    public void An_operation_is_read_as_the_database_writes_it()
    {
        var operation = Rows.Parse<Operation>("""
            {"id":"solar","version":3,"fund":"EIP","name":"Solar park","instruments":["B"],"currency":"EUR","expected_mobilised":1000.00,"recorded_for":"2018-01-15","note":null,
             "guaranteed":false,"amounts":[],"financiers":[],"signature_id":"s","signed_on":"2018-03-01",
             "signed_amounts":[{"kind": "blending", "amount": 100.00, "instrument": "B"}],"signed_financiers":[{"kind": "public", "amount": 300.00, "financier": "EIB"}, {"kind": "private", "amount": 500.00, "financier": "Bank"}],
             "parts":[{"id": "p", "on": "2018-06-01"}],"disbursed_amounts":[],"disbursed_financiers":[{"kind": "private", "amount": 50.00, "financier": "Bank"}],
             "cancellation_id":null,"cancelled_on":null,"reversed_on":null,"reversal_reason":null}
            """);

        Assert.Equal(OperationStatus.Signed, operation.Status());
        Assert.Equal((900m, 50m, 12.5m), (operation.Figures(Measure.Signed).Investment, operation.Figures(Measure.Disbursed).Investment, operation.Figures(Measure.Disbursed).Attributed));
        Assert.Equal(new DateOnly(2018, 6, 1), operation.Parts.Single().On);
    }
}
