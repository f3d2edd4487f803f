using TrustFund.Journal.Reporting;

namespace TrustFund.Journal.Tests.Reporting;

public class AgesTests
{
    [Fact]
    public void The_buckets_meet_without_a_gap_and_add_up()
    {
        int[] days = [-5, 0, 1, 30, 31, 90, 91, 180, 181, 365, 366, 4000];

        var ages = days.Select((day, i) => (day, Amount: (decimal)(1 << i))).Aggregate(default(Ages), (sum, due) => sum.With(due.Amount, due.day));

        Assert.Equal(new Ages(1 + 2, 4 + 8, 16 + 32, 64 + 128, 256 + 512, 1024 + 2048), ages);
        Assert.Equal((4092m, 4095m), (ages.Overdue, ages.Total));
    }
}
