using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>A cancellation.</summary>
/// <param name="CancelledOn">When it was cancelled.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelOperationRequest(DateOnly CancelledOn, [Required, StringLength(1000)] string Reason);

/// <summary>Records that an operation was cancelled.</summary>
public sealed record CancelOperation(
    string Fund,
    string OperationId,
    string CancellationId,
    DateOnly CancelledOn,
    string Reason) : OperationStep(Fund, OperationId)
{
    /// <inheritdoc />
    public override string Location => $"/funds/{Fund}/operations/{OperationId}/entries/{CancellationId}";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/funds/{fund}/operations/{operation}/cancellation", Record)
        .MovesMoney()
        .RequireAuthorization(Roles.FinanceOfficer)
        .Produces<OperationView>(StatusCodes.Status201Created)
        .WithName(nameof(CancelOperation))
        .WithTags("Operations");

    /// <summary>Records that an operation was cancelled.</summary>
    /// <remarks>What was disbursed remains in all three figures; what was expected or signed beyond it is released, and so are the instruments' amounts.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="request">When and why.</param>
    static Task<CommandResult<OperationView>> Record(string fund, Guid operation, CancelOperationRequest request, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new CancelOperation(
            Codes.Fold(fund), operation.ToString(), Guid.CreateVersion7().ToString(), request.CancelledOn, request.Reason.Trim()));

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states) => [.. base.Touches(states), StateKey.Of<OperationEntry>(CancellationId)];

    /// <inheritdoc />
    protected override Decision Decide(States states, FundInput fund, Operation operation)
    {
        var needed = operation.Status() == OperationStatus.Expected ? OperationStatus.Expected : OperationStatus.Signed;
        DateOnly[] dates = [operation.RecordedFor, operation.SignedOn ?? operation.RecordedFor, .. operation.Parts.Select(part => part.On)];
        var refusal = RefuseUnless(operation, needed) ?? RefuseDate("cancelledOn", CancelledOn, dates.Max(), "Something of it happened");
        if (refusal is not null)
            return refusal;
        var after = OperationBooks.Cancelled(operation, CancellationId, CancelledOn);
        return Decision.Record(new OperationCancelled(
            Fund, OperationId, CancellationId, Released(Measure.Expected), Released(Measure.Signed), CancelledOn, Reason));

        Money Released(Measure measure) => fund.Books(operation.Figures(measure).Investment - after.Figures(measure).Investment);
    }
}
