namespace TrustFund.Journal.Reporting;

/// <summary>An amount that is due, told apart by how long it has been due.</summary>
/// <param name="NotDue">Not due yet on the day, or with no day at all.</param>
/// <param name="To30">Overdue by 1 to 30 days.</param>
/// <param name="To90">Overdue by 31 to 90 days.</param>
/// <param name="To180">Overdue by 91 to 180 days.</param>
/// <param name="To365">Overdue by 181 to 365 days.</param>
/// <param name="Over365">Overdue by more.</param>
public readonly record struct Ages(decimal NotDue, decimal To30, decimal To90, decimal To180, decimal To365, decimal Over365)
{
    /// <summary>All that is overdue.</summary>
    public decimal Overdue => To30 + To90 + To180 + To365 + Over365;

    /// <summary>All of it.</summary>
    public decimal Total => NotDue + Overdue;

    /// <summary>With an amount more.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="days">How many days ago it was due: overdue from the day after.</param>
    public Ages With(decimal amount, int days) => days switch
    {
        <= 0 => this with { NotDue = NotDue + amount },
        <= 30 => this with { To30 = To30 + amount },
        <= 90 => this with { To90 = To90 + amount },
        <= 180 => this with { To180 = To180 + amount },
        <= 365 => this with { To365 = To365 + amount },
        _ => this with { Over365 = Over365 + amount },
    };
}
