using System.Text.Json;
using FsCheck.Xunit;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;
using TrustFund.Rehearsal;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Ledger;

/// <summary>Four sources are heard in any order; the rows are the same.</summary>
public class OrderTests
{
    [Property(MaxTest = 40)]
    public void Sources_heard_in_any_order_give_the_same_rows(int seed)
    {
        var history = History();
        var inOrder = Rows(history);
        var random = new Random(seed);
        var queues = history.GroupBy(fact => fact.Source).Select(source => new Queue<Recorded>(source)).ToList();
        var mixed = new List<Recorded>();
        while (queues.Where(queue => queue.Count > 0).ToList() is { Count: > 0 } waiting)
            mixed.Add(waiting[random.Next(waiting.Count)].Dequeue());

        Assert.Equal(inOrder, Rows(mixed));
    }

    [Fact]
    public void Balances_are_the_sums_of_their_lines_for_every_day()
    {
        var books = new HeardBooks();
        foreach (var fact in History())
            books.Service.Follow(fact);

        Assert.Equal(
            Balances(books.Kept()),
            Balances(books.Lines(DateOnly.MaxValue)));

        static IEnumerable<string> Balances(Audit.Reports.Sums sums) => sums.All
            .GroupBy(sum => (sum.Account, sum.Window, sum.CrossWindow, sum.Flow, sum.Year))
            .Select(group => $"{group.Key} {group.Sum(sum => sum.Debit)} {group.Sum(sum => sum.Credit)} {group.Sum(sum => sum.Documents)}")
            .Order(StringComparer.Ordinal);
    }

    /// <summary>What every posting looks like, from all sources, some of it booked in another year.</summary>
    static List<Recorded> History()
    {
        var books = new HeardBooks();
        var facts = new List<Recorded>();
        void Add(IFundEvent fact, DateOnly? bookedOn = null) => facts.Add(books.Record(fact, bookedOn));
        foreach (var row in PostingTests.Postings)
            Add(row.Data.Item2);
        Add(new PaymentRequested(Fund, "d2", "contract", "IOM", "pre-financing", Eur(10), "invoice", Facts.Start, null));
        Add(new PaymentExecuted(Fund, "d2", "contract", "IOM", "SLC", Eur(10), Facts.Start, "bank", [new("DE", null, Eur(10))]), Day(2017, 12, 31));
        Add(new PrefinancingCleared(Fund, "contract", "r2", Eur(6), Facts.Start, "report 2"));
        Add(new ContractSuspended(Fund, "contract", Facts.Start, "why"));
        Add(Facts.Contract("contract 2", "a", null, Eur(5), new CountryShare("NE", 60), new CountryShare("ML", 40)), Day(2016, 1, 1));
        Add(new ContractDecommitted(Fund, "d3", "contract 2", "a", Eur(1), "action", [], [], Facts.Start));
        return facts;
    }

    static List<string> Rows(IEnumerable<Recorded> facts)
    {
        var service = new MemoryService("audit", new AuditEvolution());
        foreach (var fact in facts)
            service.Follow(fact);
        return [.. service.All.Select(state => $"{state.GetType().Name} {JsonSerializer.Serialize(state, state.GetType())}").Order(StringComparer.Ordinal)];
    }
}
