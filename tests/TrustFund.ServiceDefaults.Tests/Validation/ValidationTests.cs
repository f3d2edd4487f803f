using System.Net;

namespace TrustFund.ServiceDefaults.Tests.Validation;

public sealed class ValidationTests(ServiceFixture fixture)
{
    [Fact]
    public async Task Every_value_that_breaks_its_annotation_is_named_as_the_caller_wrote_it()
    {
        const string Body = """
            {"fund":"EUTF AFRICA","amount":{"amount":"0.00","currency":"EUR"},"signedOn":"2026-03-31","kind":"final-payment","parts":13,
             "instalments":[{"amount":{"amount":"1.00","currency":"EUR"},"dueOn":"2026-06-30"},{"amount":{"amount":"-1.00","currency":"EUR"},"dueOn":"2026-06-30"}]}
            """;
        using var response = await fixture.Service.Post("/promises", Body);

        await response.Names(
            ("fund", "It must be a code: 1 to 40 letters, digits and hyphens, the first no hyphen."),
            ("amount", "The amount must be greater than zero."),
            ("parts", "It must be from 1 to 12."),
            ("instalments[1].amount", "The amount must be greater than zero."));
    }

    [Fact]
    public async Task A_check_of_the_whole_request_names_the_field_it_blames()
    {
        using var response = await fixture.Service.Post("/plans", """{"name":"A","from":"2026-03-31","to":"2026-03-30"}""");

        await response.Names(("to", "It must not be before 2026-03-31."));
    }

    [Fact]
    public async Task A_body_that_is_a_list_names_the_position()
    {
        using var response = await fixture.Service.Post("/promise-lists", """[{"amount":{"amount":"0.00","currency":"EUR"},"dueOn":"2026-06-30"}]""");

        await response.Names(("[0].amount", "The amount must be greater than zero."));
    }

    [Theory]
    [InlineData("eutf-africa", HttpStatusCode.OK)]
    [InlineData("eutf_africa", HttpStatusCode.BadRequest)]
    public async Task A_value_of_the_address_is_checked_too(string fund, HttpStatusCode status)
    {
        using var response = await fixture.Service.Get($"/funds/{fund}");

        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.BadRequest)
        {
            await response.Names(("fund", "It must be a code: 1 to 40 letters, digits and hyphens, the first no hyphen."));
        }
    }

    [Theory]
    [InlineData("eutf-africa", "EUTF-AFRICA")]
    [InlineData("NOA-2", "NOA-2")]
    [InlineData("ırak", null)]
    [InlineData("-A", null)]
    [InlineData("A B", null)]
    [InlineData("A\n", null)]
    [InlineData("", null)]
    [InlineData("A123456789B123456789C123456789D123456789", "A123456789B123456789C123456789D123456789")]
    [InlineData("A123456789B123456789C123456789D1234567890", null)]
    public void A_code_is_folded_to_upper_case_or_refused(string given, string? canonical)
    {
        Assert.Equal(canonical is not null, Codes.IsCode(given));
        Assert.Equal(canonical is not null, new CodeAttribute().IsValid(given));
        if (canonical is not null)
        {
            Assert.Equal(canonical, Codes.Fold(given));
        }
    }
}
