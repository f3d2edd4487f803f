using TrustFund.Pledges.Funds;

namespace TrustFund.Pledges.Tests.Funds;

public sealed class OpenWindowTests
{
    readonly Given given = new();

    [Fact]
    public void A_window_is_opened_with_nothing_earmarked()
    {
        given.Service.Accept(new OpenWindow(Given.Fund, "NEW", "A new window"));

        var window = given.Service.Get<Window>("EUTF-AFRICA/NEW");
        Assert.Equal(("NEW", "A new window", 0m), (window.Code, window.Name, window.Earmarked));
    }

    [Fact]
    public void A_window_code_is_given_once_in_a_fund() =>
        Check.Refuses(given, new OpenWindow(Given.Fund, "SLC", "Again"), 409, "already-exists", "code");

    [Theory]
    [InlineData("CROSS-WINDOW")]
    [InlineData("PLATFORM")]
    public void Reserved_codes_are_refused(string code) =>
        Check.Refuses(given, new OpenWindow(Given.Fund, code, "What spans windows"), 422, "reserved-code", "code");

    [Fact]
    public void A_window_needs_its_fund() => Check.Refuses(given, new OpenWindow("NOWHERE", "SLC", "Sahel"), 404, "not-found", null);
}
