using TrustFund.Events;

namespace TrustFund.Audit.Exceptions;

/// <summary>Something that does not fit, as a check found it.</summary>
/// <param name="Kind">What does not fit; one of <see cref="ExceptionKinds"/>.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Detail">A sentence with the figures.</param>
/// <param name="Difference">By how much, signed.</param>
sealed record Finding(string Kind, string Subject, string Detail, Money? Difference)
{
    /// <summary>The last fact about its subject, where the ledger has one.</summary>
    public SourceSequence? ShownBy { get; init; }

    /// <summary>The things whose facts show it: the last of them is told with it. None where no fact in particular does.</summary>
    public IReadOnlyList<string> Things { get; init; } = ExceptionKinds.OfOneThing.Contains(Kind) ? [Subject] : [];

    /// <summary>What makes it the same when it is found again.</summary>
    public string Gist => Difference?.ToString() ?? Detail;
}

/// <summary>The kinds of exceptions.</summary>
static class ExceptionKinds
{
    /// <summary>The ledger and a service's own balance are not the same.</summary>
    public const string LedgerDiffers = "ledger-differs-from-service";

    /// <summary>The ledger does not agree with what was published.</summary>
    public const string FigureDiffers = "published-figure-differs";

    /// <summary>Contracts under an action are more than was approved for it.</summary>
    public const string ContractedAboveApproved = "contracted-above-approved";

    /// <summary>More was paid under a contract than it is worth.</summary>
    public const string PaidAboveContracted = "paid-above-contracted";

    /// <summary>More was approved out of a window, or allocated out of the pool, than there is.</summary>
    public const string NegativeAvailability = "negative-availability";

    /// <summary>More cash went out than came in.</summary>
    public const string NegativeCash = "negative-cash";

    /// <summary>More is certified than pledged, or more allocated than certified.</summary>
    public const string AbovePledge = "above-pledge";

    /// <summary>Two sides of a fact did not agree, and the rest stands on the suspense account.</summary>
    public const string Suspense = "suspense";

    /// <summary>A contract was signed after the contracting deadline.</summary>
    public const string SignedAfterDeadline = "signed-after-deadline";

    /// <summary>A contract was signed before its action was approved.</summary>
    public const string SignedBeforeApproval = "signed-before-approval";

    /// <summary>Contracts under an action have more co-financing than it may have.</summary>
    public const string CoFinancingAboveCeiling = "co-financing-above-ceiling";

    /// <summary>A payment was made after the payment deadline.</summary>
    public const string PaidAfterDeadline = "paid-after-deadline";

    /// <summary>More was paid for running the fund, charges of the bank included, than was allocated to it.</summary>
    public const string ManagementCostsAboveAllocation = "management-costs-above-allocation";

    /// <summary>An entry of a source is not applied here: it was put aside, or it does not follow from the one before it.</summary>
    public const string EntryNotApplied = "entry-not-applied";

    /// <summary>One entry of the bank is booked twice, as money that came in or went out: each of two services may do so before it hears of the other.</summary>
    public const string BookedTwice = "bank-entry-booked-twice";

    /// <summary>The kinds whose subject is an action, a contract, a pledge or a payment.</summary>
    public static readonly IReadOnlyList<string> OfOneThing =
    [
        ContractedAboveApproved, PaidAboveContracted, AbovePledge, SignedAfterDeadline, SignedBeforeApproval, CoFinancingAboveCeiling,
        PaidAfterDeadline,
    ];

    /// <summary>The kinds that the ledger alone tells.</summary>
    public static readonly IReadOnlyList<string> OfRules =
    [
        ContractedAboveApproved, PaidAboveContracted, NegativeAvailability, NegativeCash, AbovePledge, Suspense, SignedAfterDeadline,
        SignedBeforeApproval, CoFinancingAboveCeiling, PaidAfterDeadline, ManagementCostsAboveAllocation,
    ];
}
