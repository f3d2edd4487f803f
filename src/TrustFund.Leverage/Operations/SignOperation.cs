using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>What was signed of an operation.</summary>
/// <param name="Amounts">How much of each of the operation's instruments backs it.</param>
/// <param name="Financiers">What each financier signed for, public and private.</param>
/// <param name="SignedOn">When it was signed.</param>
/// <param name="Reference">Reference of what was signed.</param>
public sealed record SignOperationRequest(
    [Required, MinLength(1), MaxLength(50)] IReadOnlyList<InstrumentPart> Amounts,
    [Required, MinLength(1), MaxLength(200)] IReadOnlyList<FinancierPart> Financiers,
    DateOnly SignedOn,
    [StringLength(200)] string? Reference = null);

/// <summary>Records that an operation was signed with its financiers.</summary>
public sealed record SignOperation(
    string Fund,
    string OperationId,
    string SignatureId,
    IReadOnlyList<InstrumentAmount> Amounts,
    IReadOnlyList<FinancierAmount> Financiers,
    DateOnly SignedOn,
    string? Reference) : OperationStep(Fund, OperationId)
{
    /// <inheritdoc />
    public override string Location => $"/funds/{Fund}/operations/{OperationId}/entries/{SignatureId}";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/funds/{fund}/operations/{operation}/signatures", Record)
        .MovesMoney()
        .RequireAuthorization(Roles.FinanceOfficer)
        .Produces<OperationView>(StatusCodes.Status201Created)
        .WithName(nameof(SignOperation))
        .WithTags("Operations");

    /// <summary>Records that an operation was signed with its financiers.</summary>
    /// <remarks>Signed mobilisation is a figure of its own: what was expected stays as it was. An instrument cannot back more than its face, the certified pledges that are its input. Money that somebody promised to add on a condition is no financier's signature.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="request">What was signed.</param>
    static Task<CommandResult<OperationView>> Record(string fund, Guid operation, SignOperationRequest request, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new SignOperation(
            Codes.Fold(fund),
            operation.ToString(),
            Guid.CreateVersion7().ToString(),
            InstrumentPart.Of(request.Amounts),
            FinancierPart.Of(request.Financiers),
            request.SignedOn,
            request.Reference));

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states) => [.. base.Touches(states), StateKey.Of<OperationEntry>(SignatureId)];

    /// <inheritdoc />
    protected override Decision Decide(States states, FundInput fund, Operation operation)
    {
        var refusal = RefuseUnless(operation, OperationStatus.Expected)
            ?? OperationParts.Refuse(fund, operation.Instruments, Amounts)
            ?? OperationParts.RefuseMissing(operation.Instruments, Amounts)
            ?? OperationParts.Refuse(fund, Financiers)
            ?? (Financiers.Count == 0 ? Refusal.Rule("no-financier", "An operation is signed with at least one financier.", "financiers") : null)
            ?? RefuseDate("signedOn", SignedOn, operation.RecordedFor, "The operation belongs to a date")
            ?? OperationParts.RefuseTooLarge(Amounts, Financiers, "financiers")
            ?? OperationLimits.Refuse(states, operation, After(states, operation), "amounts");
        return refusal is not null
            ? refusal
            : Decision.Record(new OperationSigned(
                Fund, OperationId, SignatureId, Amounts, Financiers, OperationParts.Investment(states, fund, Amounts, Financiers), SignedOn, Reference));
    }

    Operation After(States states, Operation operation) => operation with
    {
        SignatureId = SignatureId,
        SignedOn = SignedOn,
        SignedAmounts = Backing.Of(states, Fund, Amounts),
        SignedFinanciers = Finance.Of(Financiers),
    };
}
