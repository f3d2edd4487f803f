namespace TrustFund.Leverage;

/// <summary>Works out what a fund's operations mobilise.</summary>
static class Mobilised
{
    const string EuMultiplier = "Total investment, with the fund's own grants in it, over the fund's input on the stated basis.";

    /// <summary>The three figures on a basis: each from its own amounts, none from another.</summary>
    public static MobilisationView Of(FundBooks books, Basis basis) => new(
        books.Fund.Id,
        basis,
        Of(books, basis, Measure.Expected),
        Of(books, basis, Measure.Signed),
        Of(books, basis, Measure.Disbursed),
        EuMultiplier,
        Attribution.Method,
        books.Header);

    static MeasureView Of(FundBooks books, Basis basis, Measure measure)
    {
        var total = books.Total(measure);
        var (investment, attributed) = (books.Fund.Books(total.Investment), books.Fund.Books(total.AttributedPrivate));
        var (input, backing) = (books.Leverage(basis).Input, Backing(books, basis, measure));
        return new(
            measure,
            total.Operations,
            investment,
            books.Fund.Books(total.Grants),
            books.Fund.Books(total.PublicFinance),
            books.Fund.Books(total.PrivateFinance),
            books.Fund.Books(total.Investment - total.Grants - total.PublicFinance - total.PrivateFinance),
            attributed,
            RatiosView.Of(basis, input, investment, attributed, NoInput(books, total, input)),
            RatiosView.Of(basis, backing, investment, attributed, NoBacking(total, backing)));
    }

    static Money Backing(FundBooks books, Basis basis, Measure measure) => Money.Sum(
        books.Instruments.Select(instrument => InstrumentView.Of(instrument, books.Fund.Books(Taken(instrument, measure))).Input(basis)),
        Currency.Of(books.Fund.Currency));

    static decimal Taken(Instrument instrument, Measure measure) => measure switch
    {
        Measure.Expected => instrument.ExpectedAmount,
        Measure.Signed => instrument.SignedAmount,
        _ => instrument.DisbursedAmount,
    };

    static string? NoInput(FundBooks books, MobilisedTotal total, Money input) =>
        total.Operations <= 0 ? "No operation has anything in this figure yet."
        : input.IsPositive ? null
        : $"No certified pledge of fund {books.Fund.Id} is the input of an instrument.";

    static string? NoBacking(MobilisedTotal total, Money backing) =>
        total.Operations <= 0 ? "No operation has anything in this figure yet."
        : total.Itemised < total.Operations ? $"{total.Operations - total.Itemised} of {total.Operations} operations do not itemise how much of each instrument backs them."
        : backing.IsPositive ? null
        : "What backs these operations comes to nothing on this basis.";
}
