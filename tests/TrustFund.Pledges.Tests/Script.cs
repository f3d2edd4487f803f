using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests;

/// <summary>One step of a random script: what to do, to which thing, and how much of it.</summary>
public sealed record Step(byte What, byte Which, ushort Size);

/// <summary>Plays random scripts of officers and Contracts against the service; many steps are refused, and none may do harm.</summary>
sealed class Script(Given given)
{
    static readonly string?[] Windows = ["SLC", "HOA", null];

    readonly List<string> pledges = [];
    IFundEvent? lastAnswer;

    /// <summary>Does one step. Amounts are a few euros, in cents, so that limits are met often.</summary>
    public void Play(Step step)
    {
        var amount = (step.Size % 2_000 + 1) / 100m;
        var window = Windows[step.Which % Windows.Length];
        if (pledges.Count == 0 || (step.What % 12 == 0 && pledges.Count < 3))
        {
            pledges.Add(given.Pledged(10 * amount));
            return;
        }
        var pledge = pledges[step.Which % pledges.Count];
        switch (step.What % 12)
        {
            case 1:
                given.Service.Execute(new RaisePledge(Given.Fund, pledge, Given.Euros(3 * amount), Given.Day));
                break;
            case 2 or 3:
                given.Service.Execute(Certify(pledge, 2 * amount, window, step.Size));
                break;
            case 4 or 5:
                given.Service.Accept(given.Receive(pledge, amount));
                break;
            case 6:
                given.Service.Execute(Given.Reduce(pledge, amount, ReductionSource.Uncertified, request: given.NextId("reduction")));
                break;
            case 7 or 8:
                given.Service.Execute(Given.Reduce(pledge, amount, ReductionSource.Certified, window, given.NextId("reduction")));
                break;
            case 9 or 10:
                Answer(released: step.Which % 2 == 0);
                break;
            case 11 when lastAnswer is not null:
                Assert.Empty(given.Service.Follow("contracts", lastAnswer));
                break;
        }
    }

    CertifyPledge Certify(string pledge, decimal amount, string? window, ushort size)
    {
        var part = Math.Max(0.01m, decimal.Round(amount * (size % 5) / 4, 2));
        var first = decimal.Round(amount / 3, 2);
        return given.Certify(pledge, amount, window is null ? [] : [(window, part)]) with
        {
            Instalments = first > 0 && size % 2 == 0 ? Given.Instalments((size % 90, first), (size % 60, amount - first)) : [],
        };
    }

    void Answer(bool released)
    {
        var pending = given.Service.All.OfType<Reduction>()
            .Where(reduction => reduction.State == ReductionState.Pending)
            .MinBy(reduction => reduction.Id, StringComparer.Ordinal);
        if (pending is null)
            return;
        var amount = Given.Euros(pending.Amount);
        lastAnswer = released
            ? new ResourcesReleased(Given.Fund, pending.Id, pending.PledgeId, amount, pending.Window)
            : new ReleaseRefused(Given.Fund, pending.Id, pending.PledgeId, amount, pending.Window, Given.Euros(0), "It is approved.");
        Assert.NotEmpty(given.Service.Follow("contracts", lastAnswer));
    }
}
