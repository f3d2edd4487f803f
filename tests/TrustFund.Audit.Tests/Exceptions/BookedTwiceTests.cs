using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Reconciliation;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Exceptions;

/// <summary>One entry of the bank is one movement of money.</summary>
public class BookedTwiceTests
{
    static readonly BankBooking Receipt = new("receipt", "r", Eur(60), "BACK-1");
    static readonly BankBooking Recovery = new("recovery", "o", Eur(60), "BACK-1");

    [Fact]
    public void A_credit_that_stands_for_two_things_is_found_in_whatever_order_they_are_told()
    {
        var found = Assert.Single(BookedTwice.Of([Receipt, Recovery]));

        Assert.Equal(("bank-entry-booked-twice", "credit BACK-1", Eur(60)), (found.Kind, found.Subject, found.Difference));
        Assert.Equal(
            "The bank's credit 'BACK-1' is booked as receipt 'r' of 60.00 EUR and as recovery 'o' of 60.00 EUR: 60.00 EUR is counted twice, unless the entry holds it all.",
            found.Detail);
        Assert.Equal(["r", "o"], found.Things);
        Assert.Equal(found.Detail, Assert.Single(BookedTwice.Of([Recovery, Receipt])).Detail);
    }

    [Fact]
    public void All_but_the_largest_is_counted_twice()
    {
        var three = Assert.Single(BookedTwice.Of([Receipt, Recovery with { Amount = Eur(100) }, new("return", "p", Eur(15.5m), "BACK-1")]));
        Assert.Equal(Eur(75.5m), three.Difference);

        // What went out twice is missing from the cash.
        var debit = Assert.Single(BookedTwice.Of([new("payment", "p", Eur(-300), "OUT-1"), new("interest", "i", Eur(-5), "OUT-1")]));
        Assert.Equal(("debit OUT-1", Eur(-5)), (debit.Subject, debit.Difference));
        Assert.Equal(
            "The bank's debit 'OUT-1' is booked as interest 'i' of 5.00 EUR and as payment 'p' of 300.00 EUR: 5.00 EUR is counted twice, unless the entry holds it all.",
            debit.Detail);
    }

    [Fact]
    public void One_booking_is_no_two()
    {
        Assert.Empty(BookedTwice.Of([Receipt]));
        Assert.Empty(BookedTwice.Of([Receipt, Receipt]));
        Assert.Empty(BookedTwice.Of([Receipt, Recovery with { Reference = "BACK-2" }]));
        // It went out and came back under its own reference: a movement each way.
        Assert.Empty(BookedTwice.Of([new("payment", "p", Eur(-300), "OUT-1"), new("return", "p", Eur(300), "OUT-1")]));
        Assert.Empty(BookedTwice.Of([new("payment", "p", Eur(0), "OUT-1"), new("payment", "q", Eur(0), "OUT-1")]));
    }

    [Fact]
    public async Task It_is_asked_of_Disbursements_to_the_last_page()
    {
        var asked = new List<string>();
        var bookings = Asking(path =>
        {
            asked.Add(path);
            return path.EndsWith("&after=next", StringComparison.Ordinal)
                ? """{"items":[{"kind":"recovery","target":"o","amount":{"amount":"60.00","currency":"EUR"},"reference":"BACK-1","valueOn":null,"line":"l"}],"next":null}"""
                : """{"items":[{"kind":"receipt","target":"r","amount":{"amount":"60.00","currency":"EUR"},"reference":"BACK-1","valueOn":"2018-05-20","line":null}],"next":"next"}""";
        });

        var (found, away) = await bookings.Twice(Fund, TestContext.Current.CancellationToken);

        Assert.Equal(("credit BACK-1", null), (Assert.Single(found!).Subject, away));
        Assert.Equal([$"/funds/{Fund}/bank-bookings?twice=true&limit=200", $"/funds/{Fund}/bank-bookings?twice=true&limit=200&after=next"], asked);
    }

    [Fact]
    public async Task What_could_not_be_asked_is_not_gone()
    {
        var (found, away) = await Asking(_ => null).Twice(Fund, TestContext.Current.CancellationToken);
        Assert.Equal((null, "disbursements does not know the fund yet."), (found, away));

        var slot = ExceptionSlot.KeyOf(Fund, ExceptionKinds.BookedTwice, "credit BACK-1");
        Assert.False(Looked(null).WasLookedAt([], slot, ExceptionKinds.BookedTwice));
        Assert.Empty(Looked(null).Findings([]));
        Assert.True(Looked([]).WasLookedAt([], slot, ExceptionKinds.BookedTwice));
        Assert.Equal("credit BACK-1", Assert.Single(Looked([.. BookedTwice.Of([Receipt, Recovery])]).Findings([])).Subject);
    }

    static Looked Looked(IReadOnlyList<Finding>? twice) => new(WithWindows().FundFacts, [], [], twice, new(Fund, [], new Dictionary<string, long>()), []);

    static BankBookings Asking(Func<string, string?> answer)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("disbursements", client => client.BaseAddress = new Uri("http://disbursements"))
            .ConfigurePrimaryHttpMessageHandler(() => new Answering(answer));
        return new(new ServiceAnswers(services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>()));
    }

    sealed class Answering(Func<string, string?> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            answer(request.RequestUri!.PathAndQuery) is { } content
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(content) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
