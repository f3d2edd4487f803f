namespace TrustFund.Journal.Writing;

/// <summary>An answer as it is kept with its idempotency key.</summary>
sealed record StoredAnswer(int Status, byte[] Body, string? Location, string? ETag, string? Position);

/// <summary>What a command came to: an answer, first-hand or replayed, or a refusal.</summary>
sealed record Outcome(StoredAnswer? Answer, Refusal? Refusal, bool Replayed)
{
    public static Outcome Refused(Refusal refusal) => new(null, refusal, false);

    public static Outcome Answered(StoredAnswer answer) => new(answer, null, false);

    public static Outcome Replay(StoredAnswer answer) => new(answer, null, true);
}
