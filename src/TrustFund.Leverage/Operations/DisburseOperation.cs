using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>What a financier has paid into an operation.</summary>
/// <param name="Financier">One of those who signed.</param>
/// <param name="Amount">What it paid in, above zero, in the fund's currency.</param>
public sealed record PaidInPart([Required, StringLength(200)] string Financier, [Positive] Money Amount);

/// <summary>A part of an operation that was disbursed.</summary>
/// <param name="DisbursedOn">When it was disbursed.</param>
/// <param name="Financiers">What the financiers paid in with this part.</param>
/// <param name="Amounts">The grants paid and the cover that took effect with this part.</param>
/// <param name="Reference">Reference of the part.</param>
public sealed record DisburseOperationRequest(
    DateOnly DisbursedOn,
    [MaxLength(200)] IReadOnlyList<PaidInPart>? Financiers = null,
    [MaxLength(50)] IReadOnlyList<InstrumentPart>? Amounts = null,
    [StringLength(200)] string? Reference = null);

/// <summary>Records that a part of a signed operation was disbursed.</summary>
public sealed record DisburseOperation(
    string Fund,
    string OperationId,
    string DisbursementId,
    IReadOnlyList<InstrumentAmount> Amounts,
    IReadOnlyList<PaidInPart> Financiers,
    DateOnly DisbursedOn,
    string? Reference) : OperationStep(Fund, OperationId)
{
    /// <inheritdoc />
    public override string Location => $"/funds/{Fund}/operations/{OperationId}/entries/{DisbursementId}";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/funds/{fund}/operations/{operation}/disbursements", Record)
        .MovesMoney()
        .RequireAuthorization(Roles.FinanceOfficer)
        .Produces<OperationView>(StatusCodes.Status201Created)
        .WithName(nameof(DisburseOperation))
        .WithTags("Operations");

    /// <summary>Records that a part of a signed operation was disbursed.</summary>
    /// <remarks>No financier and no instrument puts in more than it signed for. It is what the operation invests, not a payment of the fund's own account.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="request">The part.</param>
    static Task<CommandResult<OperationView>> Record(string fund, Guid operation, DisburseOperationRequest request, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new DisburseOperation(
            Codes.Fold(fund),
            operation.ToString(),
            Guid.CreateVersion7().ToString(),
            InstrumentPart.Of(request.Amounts),
            request.Financiers ?? [],
            request.DisbursedOn,
            request.Reference));

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states) => [.. base.Touches(states), StateKey.Of<OperationEntry>(DisbursementId)];

    /// <inheritdoc />
    protected override Decision Decide(States states, FundInput fund, Operation operation)
    {
        var refusal = RefuseUnless(operation, OperationStatus.Signed) ?? FinanciersUnknown(operation);
        if (refusal is not null)
            return refusal;
        var financiers = Financiers.Select(part => new FinancierAmount(
            Signed(operation, part.Financier)!.Financier, Signed(operation, part.Financier)!.Kind, part.Amount)).ToList();
        refusal = OperationParts.Refuse(fund, operation.Instruments, Amounts)
            ?? OperationParts.Refuse(fund, financiers)
            ?? OperationParts.RefuseTooLarge(Amounts, financiers, "financiers")
            ?? MoreThanSigned(operation)
            ?? (Amounts.Count + financiers.Count == 0 ? Refusal.Rule("nothing-disbursed", "Say what was disbursed: by financiers, by instruments or both.", "financiers") : null)
            ?? RefuseDate("disbursedOn", DisbursedOn, operation.SignedOn!.Value, "The operation was signed");
        return refusal is not null
            ? refusal
            : Decision.Record(new OperationDisbursed(
                Fund, OperationId, DisbursementId, Amounts, financiers, OperationParts.Investment(states, fund, Amounts, financiers), DisbursedOn, Reference));
    }

    Refusal? FinanciersUnknown(Operation operation)
    {
        for (var index = 0; index < Financiers.Count; index++)
        {
            if (Signed(operation, Financiers[index].Financier) is null)
                return Refusal.Rule("financier-not-of-operation", $"{Financiers[index].Financier} has not signed this operation.", $"financiers[{index}].financier");
        }
        return null;
    }

    Refusal? MoreThanSigned(Operation operation)
    {
        for (var index = 0; index < Financiers.Count; index++)
        {
            var part = Financiers[index];
            var paid = operation.DisbursedFinanciers.Where(other => Names.Fold(other.Financier) == Names.Fold(part.Financier)).Sum(other => other.Amount);
            if (More(operation, part.Financier, Signed(operation, part.Financier)!.Amount, paid, part.Amount, $"financiers[{index}].amount") is { } refusal)
                return refusal;
        }
        for (var index = 0; index < Amounts.Count; index++)
        {
            var part = Amounts[index];
            var signed = operation.SignedAmounts.Where(other => other.Instrument == part.Instrument).Sum(other => other.Amount);
            var used = operation.DisbursedAmounts.Where(other => other.Instrument == part.Instrument).Sum(other => other.Amount);
            if (More(operation, $"Instrument {part.Instrument}", signed, used, part.Amount, $"amounts[{index}].amount") is { } refusal)
                return refusal;
        }
        return null;
    }

    static Refusal? More(Operation operation, string who, decimal signed, decimal before, Money amount, string field) => before + amount.Amount <= signed
        ? null
        : Refusal.Rule("exceeds-signed", $"{who} signed for {operation.Books(signed)}, of which {operation.Books(signed - before)} is not disbursed; this is {amount}.", field);

    static Finance? Signed(Operation operation, string financier) =>
        operation.SignedFinanciers.FirstOrDefault(part => Names.Fold(part.Financier) == Names.Fold(financier));
}
