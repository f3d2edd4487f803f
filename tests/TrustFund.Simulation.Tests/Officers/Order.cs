using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>What somebody asks of a service, and what must come of it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Outcome">What the rules say to it.</param>
sealed record Order(Node Service, Command Command, string Actor, Outcome Outcome)
{
    /// <summary>Whether no person asks, but the clock of the service.</summary>
    public bool IsClock => Actor == Service.Name;
}

/// <summary>What must come of a command, by what its service knows at that moment.</summary>
sealed record Outcome
{
    readonly bool? refused;

    Outcome(bool? refused, string? code) => (this.refused, Code) = (refused, code);

    /// <summary>It must be accepted.</summary>
    public static Outcome Accepted { get; } = new(false, null);

    /// <summary>It must be refused, for whichever of its flaws.</summary>
    public static Outcome Refused { get; } = new(true, null);

    /// <summary>The service decides: the books judge it by what it records.</summary>
    public static Outcome AsItMay { get; } = new(null, null);

    /// <summary>The refusal's code, where only one will do.</summary>
    public string? Code { get; }

    /// <summary>Whether the command must get through, but for a closed period.</summary>
    public bool IsAccepted => refused == false;

    public static Outcome RefusedAs(string code) => new(true, code);

    public bool Fits(Refusal? refusal) => refused is null || (refused == refusal is not null && (Code is null || Code == refusal?.Code));

    public override string ToString() => refused is null ? "decided" : refused == true ? $"refused {Code}" : "accepted";
}
