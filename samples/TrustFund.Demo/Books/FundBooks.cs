using System.Text.Json;

namespace TrustFund.Demo.Books;

/// <summary>The stages of money that are kept apart.</summary>
enum Stage
{
    /// <summary>Promised by donors.</summary>
    Pledged,

    /// <summary>Made legal by certificates.</summary>
    Certified,

    /// <summary>The certified part that is earmarked to windows.</summary>
    Earmarked,

    /// <summary>Arrived on the account.</summary>
    Received,

    /// <summary>Approved for actions.</summary>
    Approved,

    /// <summary>The approved part that cross-window actions have, inside the windows.</summary>
    ApprovedAcross,

    /// <summary>Signed with partners.</summary>
    Contracted,

    /// <summary>Paid to partners.</summary>
    Paid,
}

/// <summary>What the journals say about each fund up to a value date: a fold of their entries, as any integrator could make it.</summary>
sealed class FundBooks
{
    /// <summary>Where contracts and payments of actions that span windows are counted.</summary>
    public const string CrossWindow = "CROSS-WINDOW";

    // A decommitment names no window; the fund's total is lower by it.
    const string Decommitted = "-";

    readonly Dictionary<(string Fund, Stage Stage, string Of), Money> tallies = [];

    /// <summary>Folds entries up to a value date, that day included. Entries without one move no money.</summary>
    public static FundBooks Of(IEnumerable<Entry> entries, DateOnly until)
    {
        var books = new FundBooks();
        foreach (var entry in entries.Where(entry => entry.ValueDate <= until))
            books.Apply(entry);
        return books;
    }

    /// <summary>The funds that have anything in the books.</summary>
    public IEnumerable<string> Funds => tallies.Keys.Select(key => key.Fund).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What a stage has come to for a donor or a window of a fund; of a donor's earmark, <c>donor/window</c>.</summary>
    public decimal Of(string fund, Stage stage, string of) => tallies.TryGetValue((fund, stage, of), out var tally) ? tally.Amount : 0;

    /// <summary>What a stage has come to for the whole fund.</summary>
    public decimal Total(string fund, Stage stage) =>
        Money.Sum(tallies.Where(tally => tally.Key.Fund == fund && tally.Key.Stage == stage).Select(tally => tally.Value), Currency.Euro).Amount;

    void Apply(Entry entry)
    {
        var data = entry.Data;
        switch (entry.Type)
        {
            case "pledges.PledgeAnnounced.v1":
                Add(entry, Stage.Pledged, Text(data, "donor"), data.GetProperty("amount"));
                break;
            case "pledges.PledgeRaised.v1":
                Add(entry, Stage.Pledged, Text(data, "donor"), data.GetProperty("by"));
                break;
            case "pledges.PledgeCertified.v1":
                Add(entry, Stage.Certified, Text(data, "donor"), data.GetProperty("amount"));
                foreach (var earmark in data.GetProperty("earmarks").EnumerateArray())
                    Add(entry, Stage.Earmarked, $"{Text(data, "donor")}/{Text(earmark, "window")}", earmark.GetProperty("amount"));
                break;
            case "pledges.ContributionReceived.v1":
                Add(entry, Stage.Received, Text(data, "donor"), data.GetProperty("amount"));
                break;
            case "contracts.ActionApproved.v1":
                foreach (var part in data.GetProperty("split").EnumerateArray())
                    Add(entry, Stage.Approved, Text(part, "window"), part.GetProperty("amount"));
                if (data.GetProperty("crossWindow").GetBoolean())
                    Add(entry, Stage.ApprovedAcross, CrossWindow, data.GetProperty("amount"));
                break;
            case "contracts.ContractSigned.v1":
                Add(entry, Stage.Contracted, WindowOf(data), data.GetProperty("amount"));
                break;
            case "contracts.ContractDecommitted.v1":
                Add(entry, Stage.Contracted, Decommitted, data.GetProperty("amount"), sign: -1);
                break;
            case "disbursements.PaymentExecuted.v1":
                Add(entry, Stage.Paid, WindowOf(data), data.GetProperty("amount"));
                break;
        }
    }

    void Add(Entry entry, Stage stage, string of, JsonElement amount, int sign = 1)
    {
        var key = (entry.Fund, stage, of);
        var money = amount.Deserialize<Money>() is var whole && sign < 0 ? -whole : whole;
        tallies[key] = tallies.TryGetValue(key, out var before) ? before + money : money;
    }

    static string WindowOf(JsonElement data) => data.GetProperty("window").GetString() ?? CrossWindow;

    static string Text(JsonElement data, string member) => data.GetProperty(member).GetString()!;
}
