namespace TrustFund.Journal.Writing;

/// <summary>What a group sees while it holds the head, and what it adds.</summary>
sealed class GroupState
{
    public Head Head { get; set; } = null!;

    public States States { get; } = States.Loaded();

    /// <summary>Claims found and claims made: a key may come twice in one group.</summary>
    public Dictionary<ClaimKey, Claim> Claims { get; } = [];

    public List<Claim> NewClaims { get; } = [];

    public Dictionary<string, Cursor> Cursors { get; } = [];

    public HashSet<string> MovedCursors { get; } = [];

    public List<CloudEvent> NewEntries { get; } = [];

    public int Replayed { get; set; }

    public bool ChangesNothing => NewClaims.Count == 0 && Replayed == 0 && NewEntries.Count == 0 && MovedCursors.Count == 0;
}
