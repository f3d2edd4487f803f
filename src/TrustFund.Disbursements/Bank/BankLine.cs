using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Bank;

/// <summary>One line of a bank statement, and what it stands for once that is known.</summary>
sealed record BankLine : State
{
    public required string StatementId { get; init; }

    public required string Fund { get; init; }

    public required DateOnly ValueOn { get; init; }

    /// <summary>Negative for what went out.</summary>
    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public required string Reference { get; init; }

    public string? Counterparty { get; init; }

    public string? Description { get; init; }

    public string? MatchedKind { get; init; }

    public string? MatchedTarget { get; init; }

    /// <summary>The bank entry the target is booked under.</summary>
    public string? MatchedEntry { get; init; }

    /// <summary>Who matched it; null where it matched by itself.</summary>
    public string? MatchedBy { get; init; }

    public static BankLine Of(BankLineRecorded line) => new()
    {
        Id = line.LineId,
        StatementId = line.StatementId,
        Fund = line.Fund,
        ValueOn = line.ValueOn,
        Amount = line.Amount.Amount,
        Currency = line.Amount.Currency.Code,
        Reference = line.Reference,
        Counterparty = line.Counterparty,
        Description = line.Description,
    };

    /// <summary>The entry of its own reference.</summary>
    public string OwnEntry() => BankEntry.IdOf(Fund, Reference);
}

/// <summary>A bank statement that was taken in.</summary>
sealed record BankStatement : State
{
    public required string Fund { get; init; }

    public required string Account { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required int Lines { get; init; }

    public required string FileHash { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
