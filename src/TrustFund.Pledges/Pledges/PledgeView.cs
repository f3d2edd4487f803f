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
        Uncertified = pledge.In(pledge.Pledged - pledge.Certified);
        Received = pledge.In(pledge.Received);
        Allocated = pledge.In(pledge.Allocated);
        Unallocated = pledge.In(pledge.Received - pledge.Allocated);
        Outstanding = pledge.In(pledge.Pledged - pledge.Received + pledge.ExchangeDifference);
        Reserved = pledge.In(pledge.Reserved);
        Refunding = pledge.InOwn((pledge.Refund?.AskedUnallocated ?? 0) + (pledge.Refund?.AskedAllocated ?? 0));
        ExchangeDifference = pledge.In(pledge.ExchangeDifference);
        Earmarks = EarmarkView.Of(pledge.Booked());
        Original = pledge.Foreign is { } foreign ? OriginalView.Of(foreign.Own) : null;
        Status = pledge.Status();
        ConfirmedOn = pledge.ConfirmedOn;
        WithdrawnOn = pledge.WithdrawnOn;
        WithdrawalReason = pledge.WithdrawalReason;
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

    /// <summary>Pledged less received, without the exchange difference; below zero when the donor paid more than it promised.</summary>
    public required Money Outstanding { get; init; }

    /// <summary>What the donor asked back of what it certified, and Contracts has not yet decided.</summary>
    public required Money Reserved { get; init; }

    /// <summary>What a refund holds until it is decided, in the pledge's own currency.</summary>
    public required Money Refunding { get; init; }

    /// <summary>What arrived is worth so much more, or less, than it was certified at.</summary>
    public required Money ExchangeDifference { get; init; }

    /// <summary>How far it has come.</summary>
    public required PledgeStatus Status { get; init; }

    /// <summary>Its amounts in its own currency, which are the ones compared; null when that is the fund's.</summary>
    public OriginalView? Original { get; init; }

    /// <summary>When the donor confirmed it in writing.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>When the donor withdrew it.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawalReason { get; init; }

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
/// <param name="Allocated">What arrived for it.</param>
public sealed record EarmarkView(string Window, Money Certified, Money Reserved, Money Allocated)
{
    internal static IReadOnlyList<EarmarkView> Of(Stages stages) => [.. stages.Earmarks
        .OrderBy(earmark => earmark.Window, StringComparer.Ordinal)
        .Select(earmark => new EarmarkView(earmark.Window, stages.In(earmark.Certified), stages.In(earmark.Reserved), stages.In(earmark.Allocated)))];
}

/// <summary>A pledge's amounts in its own currency.</summary>
/// <param name="Pledged">What is promised.</param>
/// <param name="Certified">The part of it that certificates made legal.</param>
/// <param name="Uncertified">Pledged less certified.</param>
/// <param name="Received">Everything that arrived.</param>
/// <param name="Allocated">What arrived within the certified amount.</param>
/// <param name="Unallocated">What arrived above it.</param>
/// <param name="Outstanding">Pledged less received.</param>
/// <param name="Reserved">What the donor asked back, and Contracts has not yet decided.</param>
/// <param name="Earmarks">What certificates earmark to windows.</param>
public sealed record OriginalView(
    Money Pledged,
    Money Certified,
    Money Uncertified,
    Money Received,
    Money Allocated,
    Money Unallocated,
    Money Outstanding,
    Money Reserved,
    IReadOnlyList<EarmarkView> Earmarks)
{
    internal static OriginalView Of(Stages own) => new(
        own.In(own.Pledged),
        own.In(own.Certified),
        own.In(own.Uncertified()),
        own.In(own.Received),
        own.In(own.Allocated),
        own.In(own.Waiting()),
        own.In(own.Pledged - own.Received),
        own.In(own.Reserved),
        EarmarkView.Of(own));
}
