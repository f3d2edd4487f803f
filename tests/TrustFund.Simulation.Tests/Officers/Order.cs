using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>What somebody asks of a service, and what must come of it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Outcome">What the rules say to it.</param>
sealed record Order(Node Service, Command Command, string Actor, Outcome Outcome);

/// <summary>What must come of a command, by what its service knows at that moment.</summary>
sealed record Outcome
{
    readonly bool refused;

    Outcome(bool refused, string? code) => (this.refused, Code) = (refused, code);

    /// <summary>It must be accepted.</summary>
    public static Outcome Accepted { get; } = new(false, null);

    /// <summary>It must be refused, for whichever of its flaws.</summary>
    public static Outcome Refused { get; } = new(true, null);

    /// <summary>The refusal's code, where only one will do.</summary>
    public string? Code { get; }

    public static Outcome RefusedAs(string code) => new(true, code);

    public bool Fits(Refusal? refusal) => refused == refusal is not null && (Code is null || Code == refusal?.Code);

    public override string ToString() => refused ? $"refused {Code}" : "accepted";
}
