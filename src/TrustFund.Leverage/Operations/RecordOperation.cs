using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>An operation to record.</summary>
/// <param name="Name">Its name, its own within the fund.</param>
/// <param name="Instruments">Codes of the instruments that back it, each once.</param>
/// <param name="ExpectedMobilised">The investment it is expected to mobilise, above zero, in the fund's currency.</param>
/// <param name="RecordedFor">The date it belongs to.</param>
/// <param name="Note">Where it was published, or what is assumed.</param>
/// <param name="Amounts">How much of each of its instruments is expected to back it: all of them, or left out where that is not itemised.</param>
/// <param name="Financiers">Who is expected to put in how much, public and private, as far as that is known: with the grants no more than what it is expected to mobilise.</param>
public sealed record RecordOperationRequest(
    [Required, StringLength(200)] string Name,
    [Required, MinLength(1), MaxLength(50)] IReadOnlyList<string> Instruments,
    [Positive] Money ExpectedMobilised,
    DateOnly RecordedFor,
    [StringLength(1000)] string? Note = null,
    [MaxLength(50)] IReadOnlyList<InstrumentPart>? Amounts = null,
    [MaxLength(200)] IReadOnlyList<FinancierPart>? Financiers = null) : IValidatableObject
{
    /// <summary>Every instrument is named by a code.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Instruments
        .Select((code, index) => (code, index))
        .Where(named => named.code is null || !Codes.IsCode(named.code))
        .Select(named => new ValidationResult("It must be the code of an instrument.", [$"Instruments[{named.index}]"]));
}

/// <summary>Records an operation that instruments back.</summary>
public sealed record RecordOperation(
    string Fund,
    string OperationId,
    string Name,
    IReadOnlyList<string> Instruments,
    Money ExpectedMobilised,
    DateOnly RecordedFor,
    string? Note,
    IReadOnlyList<InstrumentAmount>? Amounts = null,
    IReadOnlyList<FinancierAmount>? Financiers = null) : Command<OperationView>
{
    /// <inheritdoc />
    public override string Location => $"/funds/{Fund}/operations/{OperationId}";

    /// <inheritdoc />
    public override StateKey? Versioned => StateKey.Of<Operation>(OperationId);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/funds/{fund}/operations", Record)
        .MovesMoney()
        .RequireAuthorization(Roles.FinanceOfficer)
        .Produces<OperationView>(StatusCodes.Status201Created)
        .WithName(nameof(RecordOperation))
        .WithTags("Operations");

    /// <summary>Records an operation that one or more instruments back.</summary>
    /// <remarks>It counts once, whatever the number of instruments, and lies inside the mobilisation target: it is never added to it. It is recorded even where operations exceed the target.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="request">The operation.</param>
    static Task<CommandResult<OperationView>> Record(string fund, RecordOperationRequest request, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new RecordOperation(
            Codes.Fold(fund),
            Guid.CreateVersion7().ToString(),
            request.Name.Trim(),
            [.. request.Instruments.Select(Codes.Fold)],
            request.ExpectedMobilised,
            request.RecordedFor,
            request.Note,
            request.Amounts is null ? null : InstrumentPart.Of(request.Amounts),
            request.Financiers is null ? null : FinancierPart.Of(request.Financiers)));

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states) =>
    [
        StateKey.Of<Operation>(OperationId),
        StateKey.Of<OperationName>(OperationName.IdOf(Fund, Name)),
        .. OperationBooks.Touches(Fund, Instruments),
        .. OperationLimits.Touches(states, Fund, Instruments),
    ];

    /// <inheritdoc />
    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundInput>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund, "fund");
        var refusal = AmountRules.Refuse(fund, ExpectedMobilised, "expectedMobilised")
            ?? InstrumentsRefused(states)
            ?? DateRules.Happened(RecordedFor, At, "recordedFor")
            ?? AlreadyRecorded(states)
            ?? PartsRefused(fund);
        if (refusal is not null)
            return refusal;
        var recorded = new OperationRecorded(Fund, OperationId, Name, Instruments, ExpectedMobilised, RecordedFor, Note, Amounts, Financiers);
        var operation = OperationBooks.Of(states, recorded);
        refusal = MoreThanExpected(operation) ?? OperationLimits.Refuse(states, null, operation, "expectedMobilised");
        return refusal is not null ? refusal : Decision.Record(recorded);
    }

    /// <inheritdoc />
    public override OperationView View(States states) => OperationView.Of(states.Get<Operation>(OperationId));

    Refusal? InstrumentsRefused(States states)
    {
        for (var index = 0; index < Instruments.Count; index++)
        {
            var (code, field) = (Instruments[index], $"instruments[{index}]");
            if (states.Find<Instrument>(Instrument.IdOf(Fund, code)) is not { } instrument)
                return Refusal.Rule("unknown-instrument", $"Fund {Fund} has no instrument '{code}'.", field);
            if (Instruments.Take(index).Contains(code))
                return Refusal.Rule("instrument-repeated", $"Instrument {code} is named twice.", field);
            if (RecordedFor < instrument.OpenedOn)
                return Refusal.Rule("date-out-of-order", $"Instrument {code} was opened on {instrument.OpenedOn:yyyy-MM-dd}; it cannot back an operation of {RecordedFor:yyyy-MM-dd}.", "recordedFor");
        }
        return Instruments.Count > 0 ? null : Refusal.Rule("no-instrument", "An operation is backed by at least one instrument.", "instruments");
    }

    Refusal? AlreadyRecorded(States states) => states.Find<OperationName>(OperationName.IdOf(Fund, Name)) is { Released: false } taken
        ? Refusal.Conflict("operation-exists", $"Fund {Fund} already has an operation of this name, {taken.OperationId}: one operation counts once, whatever backs it. Give another operation another name.", "name")
        : null;

    Refusal? PartsRefused(FundInput fund) =>
        (Amounts is null ? null : OperationParts.Refuse(fund, Instruments, Amounts) ?? OperationParts.RefuseMissing(Instruments, Amounts))
        ?? OperationParts.Refuse(fund, Financiers ?? [])
        ?? OperationParts.RefuseTooLarge(Amounts ?? [], Financiers ?? [], "financiers");

    // The itemised parts lie inside the whole; what they leave is not itemised, and nobody invents who brings it.
    Refusal? MoreThanExpected(Operation operation)
    {
        var parts = OperationFigures.Of(operation.Amounts, operation.Financiers, 0).Investment;
        return parts <= ExpectedMobilised.Amount
            ? null
            : Refusal.Rule("parts-exceed-whole", $"Financiers and grants come to {operation.Books(parts)}, more than the {ExpectedMobilised} that the operation is expected to mobilise.", "financiers");
    }
}
