namespace TrustFund.Contracts.Decommitments;

/// <summary>A request to release the unused part of a contract, or some of it.</summary>
/// <param name="Id">Id of the request.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Amount">What is to be released.</param>
/// <param name="RequestedOn">Its value date, which fixes where the money goes.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="State">How far it is.</param>
/// <param name="Destination">Where the money went, once it is completed: <c>action</c> up to the contracting deadline, <c>fund</c> after it.</param>
/// <param name="Rejection">Why it was rejected.</param>
/// <param name="LargestReleasable">What could have been released when it was rejected.</param>
sealed record DecommitmentView(
    string Id,
    string Fund,
    string ContractId,
    Money Amount,
    DateOnly RequestedOn,
    string Reason,
    DecommitmentState State,
    string? Destination,
    string? Rejection,
    Money? LargestReleasable)
{
    public static DecommitmentView Of(Decommitment request)
    {
        var currency = Currency.Of(request.Currency);
        return new(
            request.Id,
            request.Fund,
            request.ContractId,
            new(request.Amount, currency),
            request.RequestedOn,
            request.Reason,
            request.State,
            request.Destination,
            request.Rejection,
            request.LargestReleasable is { } largest ? new Money(largest, currency) : null);
    }
}
