using System.Globalization;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>Whose promise a pledge is.</summary>
sealed record PledgeFacts : State
{
    public required string Fund { get; init; }

    public required string Donor { get; init; }

    public string? Reference { get; init; }

    /// <summary>The currency it is kept in when that is not the fund's: its stages are compared in that one alone.</summary>
    public string? ForeignCurrency { get; init; }

    public static void Apply(States states, PledgeAnnounced fact) => states.Put(new PledgeFacts
    {
        Id = fact.PledgeId,
        Fund = fact.Fund,
        Donor = fact.Donor,
        Reference = fact.Reference,
        ForeignCurrency = fact.Original?.Currency.Code,
    });
}

/// <summary>Which instalment a donor wants lowered; the completion of its request does not say it again.</summary>
sealed record ReductionFacts : State
{
    public required string CertificateId { get; init; }

    public required DateOnly DueOn { get; init; }

    public static void Apply(States states, ReductionRequested fact)
    {
        if (fact is { CertificateId: { } certificate, DueOn: { } due })
            states.Put(new ReductionFacts { Id = fact.RequestId, CertificateId = certificate, DueOn = due });
    }
}

/// <summary>
/// That a part of a certificate is due on a day, in the fund's currency; below zero where it was lowered. Written once; the id is the
/// position of the fact and the part's place in it.
/// </summary>
sealed record InstalmentEntry : State
{
    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    public required string CertificateId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required decimal Amount { get; init; }

    public required DateOnly BookedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The instalments of a certificate. Those of one in another currency share its value in the fund's, adding up to it.</summary>
    public static IEnumerable<InstalmentEntry> Of(Recorded recorded, PledgeCertified fact)
    {
        if (fact.Instalments.Count == 0)
            return [];
        var amounts = Split.ByLargestRemainder(fact.Amount, [.. fact.Instalments.Select(instalment => instalment.Amount.Amount)]);
        return fact.Instalments.Select((instalment, index) =>
            Entry(recorded, fact.PledgeId, fact.CertificateId, instalment.DueOn, amounts[index], index + 1));
    }

    /// <summary>
    /// What a completed reduction takes from its instalments. Entries of before this was said tell only of an instalment that the request
    /// named; what others lowered is told by the certificate alone.
    /// </summary>
    public static IEnumerable<InstalmentEntry> Of(States states, Recorded recorded, ReductionCompleted fact) =>
        fact.Cancelled is { } cancelled ? Of(recorded, fact.PledgeId, cancelled)
        : states.Find<ReductionFacts>(fact.RequestId) is { } named ? [Entry(recorded, fact.PledgeId, named.CertificateId, named.DueOn, -fact.Amount, 1)]
        : [];

    /// <summary>What a refund takes from them.</summary>
    public static IEnumerable<InstalmentEntry> Of(Recorded recorded, RefundCompleted fact) => Of(recorded, fact.PledgeId, fact.Cancelled ?? []);

    static IEnumerable<InstalmentEntry> Of(Recorded recorded, string pledge, IReadOnlyList<CancelledInstalment> cancelled) =>
        cancelled.Select((part, index) => Entry(recorded, pledge, part.CertificateId, part.DueOn, -part.Amount, index + 1));

    static InstalmentEntry Entry(Recorded recorded, string pledge, string certificate, DateOnly due, Money amount, int place) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}/{place}"),
        Fund = recorded.Event.Fund,
        PledgeId = pledge,
        CertificateId = certificate,
        DueOn = due,
        Amount = amount.Amount,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
    };
}
