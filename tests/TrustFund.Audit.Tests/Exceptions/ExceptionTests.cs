using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events.Audit.V1;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Exceptions;

/// <summary>An exception is raised once, worked on by a person, and settled with a reason.</summary>
public class ExceptionTests
{
    static readonly Finding Overpaid = new(ExceptionKinds.PaidAboveContracted, "k", "110.00 EUR is paid of 100.00 EUR.", Eur(10));

    readonly HeardBooks books = WithWindows();

    [Fact]
    public void What_does_not_fit_is_raised_once_while_it_is_open()
    {
        Keep("1", Overpaid);
        Keep("2", Overpaid);

        Assert.Equal(["1"], books.All<AuditException>().Select(exception => exception.Id));
        Assert.Equal((ExceptionState.Open, 10m), (Get("1").Standing, Get("1").Difference));
    }

    [Fact]
    public void A_person_works_on_it_and_settles_it_with_a_reason()
    {
        Keep("1", Overpaid);

        books.Service.Accept(new AssignException(Fund, "1", null), actor: "aude");
        Assert.Equal((ExceptionState.Assigned, "aude"), (Get("1").Standing, Get("1").Person));
        books.Service.Accept(new ResolveException(Fund, "1", "An amendment is on its way.", Accepted: false), actor: "aude");

        Assert.Equal((ExceptionState.Resolved, "An amendment is on its way.", "aude"), (Get("1").Standing, Get("1").Reason, Get("1").ResolvedBy));
    }

    [Fact]
    public void What_is_said_to_be_put_right_is_raised_again_if_it_is_not()
    {
        Keep("1", Overpaid);
        books.Service.Accept(new ResolveException(Fund, "1", "Done.", Accepted: false));

        Keep("2", Overpaid);

        Assert.Equal(ExceptionState.Open, Get("2").Standing);
    }

    [Fact]
    public void What_is_accepted_is_raised_again_only_when_its_difference_changes()
    {
        Keep("1", Overpaid);
        books.Service.Accept(new ResolveException(Fund, "1", "History: the committee knows.", Accepted: true));

        Keep("2", Overpaid with { Detail = "210.00 EUR is paid of 200.00 EUR." });
        Assert.Null(books.Service.Find<AuditException>("2"));
        Keep("3", Overpaid with { Difference = Eur(11) });
        Assert.Equal(ExceptionState.Open, Get("3").Standing);
    }

    [Fact]
    public void An_exception_whose_cause_is_gone_is_resolved_by_itself()
    {
        Keep("1", Overpaid);
        books.Service.Accept(new KeepFindings(Fund, [], [ExceptionSlot.KeyOf(Fund, Overpaid.Kind, "k")]), actor: "audit");

        Assert.Equal((ExceptionState.Resolved, false, "audit"), (Get("1").Standing, Get("1").Accepted, Get("1").ResolvedBy));
        // Gone once is gone: nothing is recorded again.
        Assert.Empty(books.Service.Accept(new KeepFindings(Fund, [], [ExceptionSlot.KeyOf(Fund, Overpaid.Kind, "k")])));
    }

    [Fact]
    public void What_was_accepted_is_accepted_no_longer_once_its_cause_has_gone()
    {
        var slot = ExceptionSlot.KeyOf(Fund, Overpaid.Kind, "k");
        Keep("1", Overpaid);
        books.Service.Accept(new ResolveException(Fund, "1", "History: the committee knows.", Accepted: true), actor: "aude");
        Keep("2", Overpaid);
        Assert.Null(books.Service.Find<AuditException>("2"));

        books.Service.Accept(new KeepFindings(Fund, [], [slot]), actor: "audit");
        Assert.Empty(books.Service.Accept(new KeepFindings(Fund, [], [slot]), actor: "audit"));
        // What the person decided stands as it was decided.
        Assert.Equal(("aude", true, "History: the committee knows."), (Get("1").ResolvedBy, Get("1").Accepted, Get("1").Reason));

        Keep("3", Overpaid);
        Assert.Equal((ExceptionState.Open, 10m), (Get("3").Standing, Get("3").Difference));
    }

    [Fact]
    public void What_is_resolved_takes_no_more_work()
    {
        Keep("1", Overpaid);
        books.Service.Accept(new ResolveException(Fund, "1", "Done.", Accepted: false));
        var before = books.Service.Journal.Count;

        Assert.Equal("already-resolved", books.Service.Execute(new ResolveException(Fund, "1", "Again.", Accepted: true))?.Code);
        Assert.Equal("already-resolved", books.Service.Execute(new AssignException(Fund, "1", "aude"))?.Code);
        Assert.Equal("not-found", books.Service.Execute(new ResolveException("EIP", "1", "Other fund.", Accepted: true))?.Code);
        Assert.Equal("not-found", books.Service.Execute(new AssignException(Fund, "9", null))?.Code);
        Assert.Equal(before, books.Service.Journal.Count);
    }

    [Fact]
    public void A_finding_tells_its_difference()
    {
        Keep("1", Overpaid);

        var raised = Assert.IsType<ExceptionRaised>(books.Service.Journal[^1].Event);
        Assert.Equal((Eur(10), "k", "paid-above-contracted"), (raised.Difference!.Value, raised.Subject, raised.Kind));
        Assert.Equal("10.00 EUR", ExceptionView.Of(Get("1")).Difference.ToString());
    }

    void Keep(string id, Finding finding) => books.Service.Accept(new KeepFindings(Fund, [new(id, finding)], []), actor: "audit");

    AuditException Get(string id) => books.Service.Get<AuditException>(id);
}
