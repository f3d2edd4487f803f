using System.Diagnostics.CodeAnalysis;

namespace TrustFund.Pledges.Pledges;

/// <summary>A pledge and what became of it. A pledge is not a certificate and a certificate is not cash: each stage stands apart.</summary>
public record PledgeView
{
    /// <summary>A view to be filled in.</summary>
    public PledgeView()
    {
    }

    /// <summary>The view of a pledge.</summary>
    [SetsRequiredMembers]
    internal PledgeView(Pledge pledge)
    {
        Id = pledge.Id;
        Fund = pledge.Fund;
        Donor = pledge.Donor;
        Pledged = pledge.In(pledge.Pledged);
        Certified = pledge.In(pledge.Certified);
        Uncertified = pledge.In(pledge.Uncertified());
        Received = pledge.In(pledge.Received);
        Allocated = pledge.In(pledge.Allocated);
        Unallocated = pledge.In(pledge.Waiting());
        Outstanding = pledge.In(pledge.Pledged - pledge.Received);
        Reserved = pledge.In(pledge.Reserved);
        Earmarks = [.. pledge.Earmarks
            .OrderBy(earmark => earmark.Window, StringComparer.Ordinal)
            .Select(earmark => new EarmarkView(earmark.Window, pledge.In(earmark.Certified), pledge.In(earmark.Reserved)))];
        AnnouncedOn = pledge.AnnouncedOn;
        Note = pledge.Note;
        Reference = pledge.Reference;
    }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Code of the donor.</summary>
    public required string Donor { get; init; }

    /// <summary>What the donor promised, with what it added and less what it took back.</summary>
    public required Money Pledged { get; init; }

    /// <summary>The part of it that certificates made legal, less completed reductions.</summary>
    public required Money Certified { get; init; }

    /// <summary>Pledged less certified.</summary>
    public required Money Uncertified { get; init; }

    /// <summary>What arrived on the fund's account: allocated and unallocated together.</summary>
    public required Money Received { get; init; }

    /// <summary>What arrived within the certified amount, which the fund may spend.</summary>
    public required Money Allocated { get; init; }

    /// <summary>What arrived above it: held, never spent.</summary>
    public required Money Unallocated { get; init; }

    /// <summary>Pledged less received; below zero when the donor paid more than it promised.</summary>
    public required Money Outstanding { get; init; }

    /// <summary>What the donor asked back of what it certified, and Contracts has not yet decided.</summary>
    public required Money Reserved { get; init; }

    /// <summary>What certificates earmark to windows, by window; the rest of what is certified goes to the fund's pool.</summary>
    public required IReadOnlyList<EarmarkView> Earmarks { get; init; }

    /// <summary>When it was announced.</summary>
    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>Where the promise was made, or what is assumed about it.</summary>
    public string? Note { get; init; }

    /// <summary>The donor's or the fund's own reference of the promise.</summary>
    public string? Reference { get; init; }
}

/// <summary>What certificates of a pledge earmark to one window.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Certified">The amount, less completed reductions.</param>
/// <param name="Reserved">What of it the donor asked back, and Contracts has not yet decided.</param>
public sealed record EarmarkView(string Window, Money Certified, Money Reserved);
