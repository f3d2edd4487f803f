namespace TrustFund.Events.Pledges.V1;

/// <summary>What a fund collects besides money, and the support it pays for each unit.</summary>
/// <param name="Unit">The unit, such as `place`.</param>
/// <param name="Target">How many units it aims at, above zero.</param>
/// <param name="SetAside">What is set aside to support them, all together.</param>
public sealed record InKindTarget(
    string Unit,
    decimal Target,
    Money SetAside);
