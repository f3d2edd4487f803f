using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Contracts.Tests.Invariants;

/// <summary>
/// Disbursements as this service sees it: it reads this service's journal when it gets to it, and what it answers arrives later. Its
/// ceilings and payments are the truth that contracts here may lag behind.
/// </summary>
sealed class Surroundings(Scene scene)
{
    readonly Dictionary<string, (decimal Ceiling, decimal Paid)> contracts = [];
    readonly Queue<IFundEvent> underway = [];
    int read;

    public IReadOnlyDictionary<string, (decimal Ceiling, decimal Paid)> Contracts => contracts;

    /// <summary>It reads some more of this service's journal and answers what is asked.</summary>
    public void Read(int entries)
    {
        foreach (var recorded in scene.Service.Journal.Skip(read).Take(entries))
        {
            read++;
            if (recorded.Event is ContractSigned signed)
                contracts.Add(signed.ContractId, (signed.Amount.Amount, 0));
            if (recorded.Event is ContractAmended amended)
                contracts[amended.ContractId] = contracts[amended.ContractId] with { Ceiling = contracts[amended.ContractId].Ceiling + amended.By.Amount };
            if (recorded.Event is DecommitmentRequested request)
                underway.Enqueue(Answer(request));
            if (recorded.Event is ManagementCostReversalRequested reversal)
                underway.Enqueue(Answer(reversal));
        }
    }

    /// <summary>It pays, or takes back something of what it paid.</summary>
    public void Pay(int which, decimal amount)
    {
        if (contracts.Count == 0)
            return;
        var (id, (ceiling, paid)) = contracts.ElementAt(which % contracts.Count);
        if (which % 5 == 0 && paid > 0)
        {
            Recover(id, Math.Min(amount, paid));
            return;
        }
        amount = Math.Min(amount, ceiling - paid);
        if (amount <= 0)
            return;
        contracts[id] = (ceiling, paid + amount);
        underway.Enqueue(new PaymentExecuted(
            Scene.Fund, scene.NextId("payment"), id, Scene.Iom, scene.Contract(id).WindowCode, scene.Amount(amount), Scene.Day, "BANK/1"));
    }

    /// <summary>Some of what it recorded arrives, in order.</summary>
    public void Deliver(int messages)
    {
        for (; messages > 0 && underway.TryDequeue(out var fact); messages--)
            scene.Disbursements(fact);
    }

    void Recover(string id, decimal amount)
    {
        if (amount <= 0)
            return;
        contracts[id] = contracts[id] with { Paid = contracts[id].Paid - amount };
        underway.Enqueue(new RecoveryCashed(
            Scene.Fund, scene.NextId("recovery"), id, Scene.Iom, scene.Contract(id).WindowCode, scene.Amount(amount), Scene.Day, "BANK/2", []));
    }

    /// <summary>Of every other allocation something is spent.</summary>
    IFundEvent Answer(ManagementCostReversalRequested request) => read % 2 == 0
        ? new ManagementCostsReleased(request.Fund, request.AllocationId, request.Amount)
        : new ManagementCostReleaseRefused(request.Fund, request.AllocationId, request.Amount, scene.Amount(0), "Paid already.");

    IFundEvent Answer(DecommitmentRequested request)
    {
        var (ceiling, paid) = contracts[request.ContractId];
        var free = ceiling - paid;
        if (request.Amount.Amount > free)
            return new DecommitmentRefused(request.Fund, request.RequestId, request.ContractId, request.Amount, scene.Amount(free), "Paid already.");
        contracts[request.ContractId] = (ceiling - request.Amount.Amount, paid);
        return new DecommitmentGranted(request.Fund, request.RequestId, request.ContractId, request.Amount);
    }
}
