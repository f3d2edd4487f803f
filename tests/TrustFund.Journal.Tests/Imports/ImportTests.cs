using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using TrustFund.Journal.Imports;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Imports;

/// <summary>A file of receipts and payments into the accounts of the service in small.</summary>
public sealed class ImportTests(Servers servers) : IAsyncLifetime
{
    TestDatabase database = null!;
    Service service = null!;

    public async ValueTask InitializeAsync()
    {
        database = await servers.NewDatabase();
        service = await Service.Start("pledges", database, Service.NoBroker, new Peers());
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task All_rows_are_recorded_in_their_order_with_the_file_after_them()
    {
        var import = await Import("account,direction,amount,currency\nF,in,10.00,EUR\nF,out,4.00,EUR\nF,out,6.00,EUR\n");

        Assert.Equal(("recorded", 3, 3, 0, "pledges:4"), (import.State, import.RowsRead, import.RowsDecided, import.ProblemCount, import.Position));
        Assert.Equal((10.00m, 10.00m), (await database.Received("F"), await database.Paid("F")));
        var report = await service.Verify();
        Assert.Empty(report.Findings);
        Assert.Contains(report.Tables, table => table is { Table: "imported_files", Rows: 1 });
    }

    [Fact]
    public async Task A_dry_run_lists_every_problem_by_row_and_column_and_records_nothing()
    {
        var import = await Import("account,direction,amount,currency\nF,in,10.00,EUR\nF,sideways,1.00,EUR\nF,out,1.001,EUR\nF,out,11.00,EUR\nF,out\n", dryRun: true);

        Assert.Equal(("checked", 4), (import.State, import.ProblemCount));
        Assert.Equal(
            [
                new(3, "direction", "It is 'in' or 'out', not 'sideways'."),
                new(4, "amount", "1.001 has more decimals than the 2 of EUR."),
                new(5, "amount", "The account holds 10.00 EUR; 11.00 EUR is asked for."),
                new(6, null, "It has 2 cells; the header has 4."),
            ],
            import.Problems);
        Assert.Equal(0, await database.CountEntries());
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out()
    {
        var import = await Import("account,direction,amount,currency\nF,in,10.00,EUR\nF,out,11.00,EUR\n");

        Assert.Equal(("refused", 1), (import.State, import.ProblemCount));
        Assert.Equal(0, await database.CountEntries());
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        const string file = "account,direction,amount,currency\nF,in,10.00,EUR\n";
        Assert.Equal("recorded", (await Import(file)).State);

        Assert.Equal("already-imported", (await Import(file)).State);

        Assert.Equal(10.00m, await database.Received("F"));
        Assert.Equal(2, await database.CountEntries());
    }

    [Theory]
    [InlineData("", 1, null, "The file is empty: its first line names the columns.")]
    [InlineData("account,direction,amount\n", 1, "currency", "The column is missing: its currency")]
    [InlineData("account,direction,amount,currency,colour\n", 1, "colour", "There is no such column: account, direction, amount, currency are known.")]
    [InlineData("account,direction,amount,currency,ACCOUNT\n", 1, "ACCOUNT", "The column is there twice.")]
    [InlineData("acc\"ount,direction,amount,currency\nF,in,x,EUR\n", 1, null, "A quote stands where none may: a cell with quotes is quoted whole, and quotes in it are doubled.")]
    public async Task A_file_without_the_right_columns_is_refused(string file, int row, string? column, string message)
    {
        var import = await Import(file);

        Assert.Equal("refused", import.State);
        Assert.Equal([new(row, column, message)], import.Problems);
    }

    [Fact]
    public async Task A_wrong_header_is_told_once_and_the_rows_are_read_with_the_columns_there_are()
    {
        var import = await Import("Account,direction,amount,colour\nF,sideways,1.001,red\nF,in,x,red\n", dryRun: true);

        Assert.Equal("checked", import.State);
        Assert.Equal(
            [
                new(1, "colour", "There is no such column: account, direction, amount, currency are known."),
                new(1, "currency", "The column is missing: its currency"),
                new(2, "direction", "It is 'in' or 'out', not 'sideways'."),
                new(3, "amount", "'x' is no number: write it as 1234.56, without separators of thousands."),
            ],
            import.Problems);
    }

    [Fact]
    public async Task A_first_line_without_one_known_column_ends_the_reading()
    {
        var import = await Import("F,in,10.00,EUR\nF,in,10.00,EUR\n");

        Assert.Equal([new(1, null, "The first line names the columns, and none of these: account, direction, amount, currency.")], import.Problems);
    }

    [Fact]
    public async Task A_row_with_wrong_quotes_is_told_once_and_the_next_are_read()
    {
        var import = await Import("account,direction,amount,currency\nF,in,1\"0,EUR\nF,sideways,1.00,EUR\n", dryRun: true);

        Assert.Equal([(2, null), (3, "direction")], import.Problems.Select(problem => (problem.Row, problem.Column)));
    }

    [Fact]
    public async Task A_row_with_an_unreadable_cell_is_decided_but_not_applied()
    {
        var import = await Import("account,direction,amount,currency\nF,in,10.00,EUR\nF,out,11.00,eur\nG,out,1.00,EUR\nF,out,10.00,EUR\nF,out,0.01,EUR\n", dryRun: true);

        Assert.Equal(
            [(3, "currency"), (4, "account"), (6, "amount")],
            import.Problems.Select(problem => (problem.Row, problem.Column)));
    }

    [Fact]
    public async Task A_dry_run_waits_for_nobody_who_writes_and_keeps_nobody_waiting()
    {
        await Import("account,direction,amount,currency\nF,in,10.00,EUR\n");
        await using (await HeldHead.Of(database))
        {
            var import = await Import("account,direction,amount,currency\nF,out,4.00,EUR\nF,out,7.00,EUR\n", dryRun: true);

            Assert.Equal("checked", import.State);
            Assert.Equal([new(3, "amount", "The account holds 6.00 EUR; 7.00 EUR is asked for.")], import.Problems);
            Assert.Equal(0, await HeldHead.CountWaiting(database));
        }
        Assert.Equal(("already-imported", 2L), ((await Import("account,direction,amount,currency\nF,in,10.00,EUR\n", dryRun: true)).State, await database.CountEntries()));
    }

    [Fact]
    public async Task A_dry_run_knows_which_periods_are_closed()
    {
        await database.Execute("insert into closed_periods (id, version, through, request_id) values ('F', 1, '2026-03-31', 'request')");

        var import = await Import("account,direction,amount,currency\nF,in,10.00,EUR\nG,in,10.00,EUR\nF,in,x,EUR\n", dryRun: true);

        Assert.Equal([(2, "bookedOn"), (4, "amount")], import.Problems.Select(problem => (problem.Row, problem.Column)));
        Assert.Equal("The books of F are closed through 2026-03-31, and this would be booked on 2026-03-02: ask for ?bookedOn=2026-04-01 or a later day.", import.Problems[0].Message);
    }

    [Fact]
    public async Task Rows_that_need_no_record_are_passed_over_and_told()
    {
        var import = await Import("account,direction,amount,currency\nF,in,10.00,EUR\nF,none,1.00,EUR\nF,in,0.00,EUR\n");

        Assert.Equal(("recorded", 3, 0, 2), (import.State, import.RowsDecided, import.ProblemCount, import.PassedOver));
        Assert.Equal([new(3, "direction", "Nothing moved."), new(4, null, "Nothing came in.")], import.Notices);
        Assert.Equal(2, await database.CountEntries());
        Assert.Equal(3, await database.Value<int>("select rows from imported_files"));
    }

    [Fact]
    public async Task Semicolons_and_quotes_are_read_and_so_is_a_byte_order_mark()
    {
        Assert.Equal("recorded", (await Import("\uFEFFAccount;Direction;Amount;Currency\r\n\"F\";in;\"10.00\";EUR\r\n")).State);
        Assert.Equal(10.00m, await database.Received("F"));
    }

    [Fact]
    public async Task What_is_no_CSV_is_refused_at_once()
    {
        using var client = service.Client();

        using var answer = await client.PostAsync("/funds/F/imports/movements", new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_one_transaction()
    {
        var file = new StringBuilder("account,direction,amount,currency\n");
        for (var i = 0; i < 10_000; i++)
            file.Append(CultureInfo.InvariantCulture, $"F{i % 50},in,{i}.01,EUR\n");

        var import = await Import(file.ToString());

        Assert.Equal(("recorded", 10_000, "pledges:10001"), (import.State, import.RowsDecided, import.Position));
        Assert.Equal(1, await database.Value<long>("select count(distinct xmin::text) from journal.entry"));
        Assert.Equal(49_995_000m + 100.00m, await database.Value<decimal>("select sum(received) from account"));
    }

    async Task<ImportView> Import(string file, bool dryRun = false)
    {
        using var client = service.Client();
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        using var taken = await client.PostAsync($"/funds/F/imports/movements?dryRun={(dryRun ? "true" : "false")}", content, TestContext.Current.CancellationToken);
        var answer = await Answer.Of(taken);
        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Text);
        var location = answer.Header("Location")!;
        ImportView import = null!;
        await Until.Holds("the import is over", async () =>
        {
            import = (await client.GetFromJsonAsync<ImportView>(location, TestContext.Current.CancellationToken))!;
            return import.State is not ("queued" or "reading" or "deciding");
        });
        return import;
    }
}
