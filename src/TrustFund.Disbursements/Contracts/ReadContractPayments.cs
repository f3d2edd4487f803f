using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Contracts;

/// <summary>What may be paid under a contract, and what has been. Every figure is in the contract's currency.</summary>
/// <param name="Contract">Id of the contract.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window it is reported under; null for a cross-window action.</param>
/// <param name="Title">Its title.</param>
/// <param name="SignedOn">When it was signed.</param>
/// <param name="Ceiling">What may be paid in all: what was signed less what was decommitted.</param>
/// <param name="Decommitted">What was released of it.</param>
/// <param name="Reserved">What is authorised and not yet paid.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Recovered">What the partner paid back under recovery orders, in cash or set off.</param>
/// <param name="NetPaid">Paid − Recovered.</param>
/// <param name="RecoveriesOpen">What the partner still owes under recovery orders.</param>
/// <param name="Open">What may still be authorised or released: Ceiling − Reserved − NetPaid.</param>
/// <param name="Prefinancing">What was paid ahead of the work, and what of it reports have cleared.</param>
/// <param name="FinalPayment">Id of the final payment, from its authorisation on: nothing is paid after it.</param>
/// <param name="Suspended">Whether nothing may be authorised or paid for now.</param>
/// <param name="Terminated">Whether nothing more may be requested.</param>
sealed record ContractPaymentsView(
    string Contract,
    string Fund,
    string Partner,
    string? Window,
    string Title,
    DateOnly SignedOn,
    Money Ceiling,
    Money Decommitted,
    Money Reserved,
    Money Paid,
    Money Recovered,
    Money NetPaid,
    Money RecoveriesOpen,
    Money Open,
    PrefinancingView Prefinancing,
    string? FinalPayment,
    bool Suspended,
    bool Terminated)
{
    public static ContractPaymentsView Of(Contract kept) => new(
        kept.Id, kept.Fund, kept.Partner, kept.Window, kept.Title, kept.SignedOn,
        kept.In(kept.Ceiling), kept.In(kept.Decommitted), kept.In(kept.Reserved), kept.In(kept.Paid),
        kept.In(kept.Recovered), kept.NetPaid(), kept.In(kept.RecoveriesOpen), kept.Open(), PrefinancingView.Of(kept), kept.FinalPayment, kept.Suspended, kept.Terminated);
}

/// <summary>How far a contract is paid.</summary>
static class ReadContractPayments
{
    const string Select = "select row_to_json(kept)::text from contracts kept where id = @contract and fund = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/contracts/{contract}/payments", Read)
        .WithName("ReadContractPayments");

    /// <summary>Read how far a contract is paid</summary>
    /// <remarks>Its single payments are in the list of disbursements, by `?contract=`.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Id of the contract.</param>
    static async Task<Results<Ok<ContractPaymentsView>, NotFound>> Read(
        string fund, string contract, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = new { fund = Codes.Fold(fund), contract = Ids.Fold(contract) };
        if (await database.ReadOne<Contract>(Select, asked, cancellation) is not { } kept)
            return TypedResults.NotFound();
        response.SetETag(kept);
        return TypedResults.Ok(ContractPaymentsView.Of(kept));
    }
}
