using FsCheck.Xunit;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Periods;
using TrustFund.Audit.Tests.Given;
using TrustFund.Audit.Tests.Ledger;
using TrustFund.Events;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests;

/// <summary>Whatever is heard and asked for in whatever order, the books hold together after every step.</summary>
public class AuditProperties
{
    [Property(MaxTest = 30)]
    public void The_books_hold_together_after_every_step(int seed)
    {
        var random = new Random(seed);
        var books = WithWindows("SLC", "HOA");
        var postings = PostingTests.Postings.Select(row => row.Data.Item2).ToList();
        var closedThrough = DateOnly.MinValue;
        for (var step = 0; step < 60; step++)
        {
            Act(books, random, step, postings);

            foreach (var side in books.Kept().All.GroupBy(sum => (sum.Currency, ChartOfAccounts.Of(sum.Account).Basis)))
                Assert.Equal(side.Sum(sum => sum.Debit), side.Sum(sum => sum.Credit));
            Assert.Equal(books.Lines(DateOnly.MaxValue).Paid, books.Kept().Paid);
            Assert.All(
                books.All<AuditException>().Where(exception => exception.Standing != ExceptionState.Resolved).GroupBy(exception => (exception.Kind, exception.Subject)),
                slot => Assert.Single(slot));
            Assert.InRange(books.All<Period>().Count(period => period.Standing == PeriodState.Pending), 0, 1);
            var through = books.Service.Find<FundPeriods>(Fund)?.ClosedThrough ?? DateOnly.MinValue;
            Assert.True(through >= closedThrough);
            closedThrough = through;
        }
    }

    static void Act(HeardBooks books, Random random, int step, List<IFundEvent> postings)
    {
        var exceptions = books.All<AuditException>();
        var any = exceptions.Count == 0 ? "none" : exceptions[random.Next(exceptions.Count)].Id;
        var subject = $"k{random.Next(3)}";
        switch (random.Next(8))
        {
            case 0:
                books.Service.Execute(new ClosePeriod(Fund, $"period {step}", Day(2010 + random.Next(15), 12, 31), null));
                break;
            case 1 or 2 when books.Service.Find<FundPeriods>(Fund)?.PendingId is { } pending:
                books.Hear(Answer(random.Next(4), pending));
                break;
            case 3:
                books.Service.Execute(new KeepFindings(Fund, [new($"exception {step}", new(ExceptionKinds.PaidAboveContracted, subject, subject, Eur(random.Next(1, 3))))], []));
                break;
            case 4:
                books.Service.Execute(new KeepFindings(Fund, [], [ExceptionSlot.KeyOf(Fund, ExceptionKinds.PaidAboveContracted, subject)]));
                break;
            case 5:
                books.Service.Execute(new ResolveException(Fund, any, "settled", random.Next(2) == 0));
                break;
            case 6:
                books.Service.Execute(new AssignException(Fund, any, null));
                break;
            default:
                books.Hear(postings[random.Next(postings.Count)], Day(2015 + random.Next(5), 1 + random.Next(12), 1));
                break;
        }
    }

    static IFundEvent Answer(int which, string request) => which switch
    {
        0 => new Events.Pledges.V1.PeriodClosed(Fund, request, Facts.Start),
        1 => new Events.Contracts.V1.PeriodClosed(Fund, request, Facts.Start),
        2 => new Events.Disbursements.V1.PeriodClosed(Fund, request, Facts.Start),
        _ => new Events.Leverage.V1.PeriodClosed(Fund, request, Facts.Start),
    };
}
