using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Funds;

/// <summary>A fund to establish.</summary>
/// <param name="Code">Its code, in any letter case. PLATFORM and CROSS-WINDOW are reserved.</param>
/// <param name="Name">Its name, up to 200 characters.</param>
/// <param name="Currency">ISO 4217 code of the currency its books are kept in.</param>
/// <param name="EstablishedOn">When it was established.</param>
/// <param name="ManagementCostCapPercent">The most that management costs may take of unearmarked certificates, in percent: 0 to 100, two decimals at most; 5 when left out.</param>
/// <param name="ContractingDeadline">The last day on which its contracts may be signed; none when left out.</param>
/// <param name="InKind">What it collects besides money, if it does.</param>
/// <param name="Rounding">How converted amounts are rounded: half up when left out.</param>
/// <param name="InterestAddsToAvailability">Whether interest on its account changes what it may spend; it does not when left out.</param>
public sealed record EstablishFundRequest(
    [Code] string Code,
    [Required, StringLength(200)] string Name,
    Currency Currency,
    DateOnly EstablishedOn,
    decimal ManagementCostCapPercent = EstablishFund.UsualCapPercent,
    DateOnly? ContractingDeadline = null,
    InKindTargetRequest? InKind = null,
    Rounding Rounding = Rounding.HalfUp,
    bool InterestAddsToAvailability = false);

/// <summary>What a fund collects besides money, and the support it pays for each unit.</summary>
/// <param name="Unit">The unit, such as <c>place</c>, up to 40 characters.</param>
/// <param name="Target">How many units it aims at: above zero, up to 999,999,999, two decimals at most.</param>
/// <param name="SetAside">What is set aside to support them, all together.</param>
public sealed record InKindTargetRequest(
    [Required, StringLength(40)] string Unit,
    [Positive] decimal Target,
    [Positive] Money SetAside);

/// <summary>Establishes a fund, with the rules that are its own data.</summary>
public sealed record EstablishFund(
    string Fund,
    string Name,
    Currency Currency,
    decimal ManagementCostCapPercent,
    DateOnly? ContractingDeadline,
    DateOnly EstablishedOn,
    InKindTarget? InKind,
    Rounding Rounding = Rounding.HalfUp,
    bool InterestAddsToAvailability = false) : Command<FundView>
{
    /// <summary>What a fund's management may cost when its rules say nothing else: 5 %.</summary>
    public const decimal UsualCapPercent = 5;

    public override string Location => $"/funds/{Fund}";

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds", (EstablishFundRequest request, Caller caller, JournalWriter journal) => journal.Record(caller, new EstablishFund(
            Codes.Fold(request.Code),
            request.Name.Trim(),
            request.Currency,
            request.ManagementCostCapPercent,
            request.ContractingDeadline,
            request.EstablishedOn,
            request.InKind is { } target ? new(target.Unit.Trim(), target.Target, target.SetAside) : null,
            request.Rounding,
            request.InterestAddsToAvailability)))
        .RequireRole(Roles.FinanceOfficer, Roles.Administrator)
        .WithName("EstablishFund")
        .WithTags("Funds")
        .WithSummary("Establishes a fund, with its currency, deadline and management-cost cap.")
        .Produces<FundView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Fund>(Fund), StateKey.Of<FundTotals>(Fund)];

    public override Decision Decide(States states) =>
        states.TryFind<Fund>(Fund, out var known)
            ? Refusal.Conflict("already-exists", $"There is a fund '{Fund}' already: {known.Name}.", "code")
            : Check() is { } refusal
            ? refusal
            : Decision.Record(new FundEstablished(
                Fund,
                Name,
                Currency.Code,
                ManagementCostCapPercent,
                ContractingDeadline,
                EstablishedOn,
                InKind,
                Rounding == Rounding.HalfUp ? null : Roundings.NameOf(Rounding),
                InterestAddsToAvailability));

    public override FundView View(States states) => FundView.Of(states.Get<Fund>(Fund), states.Get<FundTotals>(Fund), []);

    Refusal? Check() => CodeRules.Free(Fund) ?? CheckCap() ?? CheckDates() ?? (InKind is null ? null : CheckInKind(InKind));

    Refusal? CheckCap() => ManagementCostCapPercent is < 0 or > 100 || decimal.Round(ManagementCostCapPercent, 2) != ManagementCostCapPercent
        ? Refusal.Rule("invalid-percentage", $"{ManagementCostCapPercent} is no such share: give 0 to 100 percent with two decimals at most.", "managementCostCapPercent")
        : null;

    Refusal? CheckDates() =>
        DateRules.Happened(EstablishedOn, At, "establishedOn")
        ?? (ContractingDeadline is not { } deadline
            ? null
            : DateRules.Planned(deadline, "contractingDeadline")
                ?? DateRules.NotBefore(deadline, EstablishedOn, "the fund's establishment", "contractingDeadline"));

    Refusal? CheckInKind(InKindTarget target) =>
        QuantityRules.Countable(target.Target, "inKind.target") ?? AmountRules.Bookable(target.SetAside, Currency, "inKind.setAside");
}
