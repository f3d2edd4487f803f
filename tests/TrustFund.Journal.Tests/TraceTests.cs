using System.Collections.Concurrent;
using System.Diagnostics;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests;

[Collection(InTurn.Name)]
public sealed class TraceTests(Servers servers) : IDisposable
{
    readonly ConcurrentQueue<Activity> stopped = new();
    ActivityListener? listener;

    public void Dispose() => listener?.Dispose();

    [Fact]
    public async Task One_trace_leads_from_the_request_over_the_broker_to_what_it_did_elsewhere()
    {
        Listen();
        await using var platform = await Platform.Prepare(servers);
        var contracts = await platform.StartContracts();
        var pledges = await platform.StartPledges();

        var receipt = await Traced(() => pledges.Receive("F", 12.50m, "receipt"));
        await Until.Is(1, () => platform.ContractsDatabase.Cursor("pledges"));
        var request = await Span(receipt, "Microsoft.AspNetCore.Hosting.HttpRequestIn");
        var commit = await Span(receipt, "record Receive");
        var publish = await Span(receipt, "publish pledges.ContributionReceived.v1");
        var apply = await Span(receipt, "apply pledges.ContributionReceived.v1");

        Assert.Equal(request.SpanId, commit.ParentSpanId);
        Assert.Equal((commit.SpanId, commit.SpanId), (publish.ParentSpanId, apply.ParentSpanId));
        Assert.Equal((ActivityKind.Producer, ActivityKind.Consumer), (publish.Kind, apply.Kind));
        Assert.All([commit, apply], span =>
        {
            Assert.Equal("F", span.GetTagItem("trustfund.fund"));
            Assert.Equal("PLEDGE", span.GetTagItem("trustfund.pledge.id"));
            Assert.Equal("12.50", span.GetTagItem("trustfund.amount"));
            Assert.Equal("EUR", span.GetTagItem("trustfund.currency"));
            Assert.Matches("^[0-9a-f-]{36}$", (string)span.GetTagItem("trustfund.actor")!);
        });
        Assert.Equal(commit.Id, CloudEvent.Read((await platform.PledgesDatabase.Entries())[0].Body).TraceParent);

        var payment = await Traced(() => contracts.Pay("F", 2.50m, "payment"));
        var spending = await Span(payment, "record Pay");
        Assert.Equal(commit.Context.SpanId, Assert.Single(spending.Links).Context.SpanId);
        Assert.Equal(receipt, Assert.Single(spending.Links).Context.TraceId);
        Assert.Equal("2.50", spending.GetTagItem("trustfund.amount"));
    }

    [Fact]
    public async Task A_group_keeps_the_traces_of_its_commands_apart_and_a_refusal_says_why()
    {
        Listen();
        await using var writer = new Writer((await servers.NewDatabase()).App);
        var traces = new List<ActivityTraceId>();
        var waiting = new List<Task>();
        foreach (var amount in (decimal[])[1.00m, 2.00m, 99.00m])
        {
            traces.Add(await Traced(() =>
            {
                waiting.Add(amount == 99.00m ? writer.Record(new Pay("F", amount, "too much")) : writer.Record(new Receive("F", amount, "receipt")));
                return Task.CompletedTask;
            }));
        }

        await writer.Start();
        await Task.WhenAll(waiting);

        Assert.Equal("1.00", (await Span(traces[0], "record Receive")).GetTagItem("trustfund.amount"));
        Assert.Equal("2.00", (await Span(traces[1], "record Receive")).GetTagItem("trustfund.amount"));
        var refused = await Span(traces[2], "record Pay");
        Assert.Equal(("insufficient-funds", ActivityStatusCode.Error), (refused.GetTagItem("trustfund.refusal"), refused.Status));
    }

    /// <summary>Does something in a new trace of its own.</summary>
    static async Task<ActivityTraceId> Traced(Func<Task> act)
    {
        using var root = new Activity("the test").SetIdFormat(ActivityIdFormat.W3C);
        root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        Activity.Current = null;
        root.Start();
        await act();
        return root.TraceId;
    }

    async Task<Activity> Span(ActivityTraceId trace, string name)
    {
        Activity? found = null;
        await Until.Holds($"there is a span '{name}' in the trace", () =>
        {
            found = stopped.FirstOrDefault(span => span.TraceId == trace && span.DisplayName.StartsWith(name, StringComparison.Ordinal));
            return Task.FromResult(found is not null);
        });
        return found!;
    }

    void Listen()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is JournalTelemetry.Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }
}
