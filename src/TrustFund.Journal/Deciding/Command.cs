namespace TrustFund.Journal;

/// <summary>
/// What somebody wants to happen, with the rules that decide it. Pure: everything it depends on, the time and new ids too, is in it
/// or in the states; deciding twice over the same states gives the same decision.
/// </summary>
public abstract record Command
{
    /// <summary>The opaque id of the person who wants it; set by the journal from the signed-in caller.</summary>
    public string Actor { get; private init; } = "";

    /// <summary>When the decision is taken, UTC; set by the journal, never going back. Not a booking date: that one comes from the request.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>The command as this person asks for it at this moment.</summary>
    public Command By(string actor, DateTimeOffset at) => this with { Actor = actor, At = at };

    /// <summary>
    /// The states the decision sees and its events change. Asked again once those are loaded, until it names nothing new, so a key may
    /// come from a state: name the pledge first, then the fund that the pledge says. Absent states are named too.
    /// </summary>
    public abstract IEnumerable<StateKey> Touches(States states);

    /// <summary>The rules: facts to record, or a refusal.</summary>
    public abstract Decision Decide(States states);

    /// <summary>The thing whose version <c>If-Match</c> is compared with and whose new version becomes the answer's <c>ETag</c>, if any.</summary>
    public virtual StateKey? Versioned => null;

    /// <summary>The answer, from the states as they are after the command's own events.</summary>
    public abstract object? Answer(States states);

    /// <summary>The HTTP status of a success: 200, 201 with <see cref="Location"/>, or 202 for what another service has yet to decide.</summary>
    public virtual int Status => Location is null ? 200 : 201;

    /// <summary>The path of what was created, if anything.</summary>
    public virtual string? Location => null;
}

/// <summary>A command that answers with a <typeparamref name="TAnswer"/>.</summary>
/// <typeparam name="TAnswer">The body of the answer.</typeparam>
public abstract record Command<TAnswer> : Command
    where TAnswer : class
{
    /// <inheritdoc />
    public sealed override object? Answer(States states) => View(states);

    /// <summary>The answer, from the states as they are after the command's own events.</summary>
    public abstract TAnswer View(States states);
}
