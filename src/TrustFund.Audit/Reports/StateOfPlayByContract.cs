using TrustFund.Audit.Dimensions;
using TrustFund.Journal.Reporting;
using static TrustFund.Audit.Ledger.MemorandumAccounts;

namespace TrustFund.Audit.Reports;

/// <summary>
/// States of play that need to know what each contract is for: by country, theme and partner. Only actions with a theme are approved for
/// something; nothing is approved for a country or a partner, so those columns are empty rather than invented.
/// </summary>
sealed class StateOfPlayByContract(
    ReportHeader header,
    DateOnly through,
    DateTimeOffset known,
    Sums fund,
    Sums ofActions,
    Sums ofContracts,
    IReadOnlyList<ActionFacts> actions,
    IReadOnlyList<ContractFacts> contracts)
{
    const string NotStated = "Not stated";

    readonly Dictionary<string, ContractFacts> facts = contracts.ToDictionary(contract => contract.Id);
    readonly Dictionary<string, ActionFacts> themes = actions.ToDictionary(action => action.Id);

    public StateOfPlayReport ByPartner(IReadOnlyList<PartnerFacts> partners)
    {
        var names = partners.ToDictionary(partner => partner.Id, partner => partner.Name);
        var rows = ofContracts.BySubject()
            .GroupBy(contract => facts.GetValueOrDefault(contract.Key)?.Partner ?? "", contract => contract.Value)
            .OrderBy(partner => partner.Key, StringComparer.Ordinal)
            .Select(partner => Row(partner.Key, names.GetValueOrDefault(partner.Key), null, null, [.. partner.Select(Whole)]));
        return Report(StateOfPlayBy.Partner, rows);
    }

    public StateOfPlayReport ByTheme()
    {
        var approved = ofActions.BySubject()
            .GroupBy(action => themes.GetValueOrDefault(action.Key)?.Theme ?? "", action => action.Value)
            .ToDictionary(theme => theme.Key, theme => (Amount: theme.Sum(action => action.Balance(Approved)), Count: theme.Sum(action => action.Documents(Approved))));
        var parts = ofContracts.BySubject()
            .GroupBy(contract => ThemeOf(contract.Key), contract => contract.Value)
            .ToDictionary(theme => theme.Key, theme => theme.Select(Whole).ToList());
        var rows = approved.Keys.Union(parts.Keys).Order(StringComparer.Ordinal).Select(theme =>
        {
            var (amount, count) = approved.GetValueOrDefault(theme);
            // A contract may have another theme than its action: what of the action is left belongs to neither alone.
            return Row(theme, theme, amount, count, parts.GetValueOrDefault(theme) ?? []) with { Rac = null };
        });
        return Report(StateOfPlayBy.Theme, rows);
    }

    public StateOfPlayReport ByCountry()
    {
        var rows = ofContracts.BySubject()
            .SelectMany(contract => Shared(contract.Key, contract.Value))
            .GroupBy(part => part.Country, part => part.Part)
            .OrderBy(country => country.Key, StringComparer.Ordinal)
            .Select(country => Row(country.Key, country.Key, null, null, [.. country]));
        return Report(StateOfPlayBy.Country, rows);
    }

    /// <summary>A contract's amounts in the shares of its countries, adding up to them exactly.</summary>
    IEnumerable<(string Country, Part Part)> Shared(string id, Sums contract)
    {
        var whole = Whole(contract);
        var countries = facts.GetValueOrDefault(id)?.TermsOn(through, known).Countries ?? [];
        if (countries.Count == 0)
            return [("", whole)];
        var shares = countries.Select(country => country.Percent).ToList();
        var contracted = Split.ByLargestRemainder(header.In(whole.Contracted), shares);
        var paid = Split.ByLargestRemainder(header.In(whole.Paid), shares);
        return countries.Select((country, index) =>
            (country.Country, whole with { Contracted = contracted[index].Amount, Paid = paid[index].Amount }));
    }

    string ThemeOf(string contract) => facts.GetValueOrDefault(contract) is { } contractFacts
        ? contractFacts.TermsOn(through, known).Theme ?? themes.GetValueOrDefault(contractFacts.ActionId)?.Theme ?? ""
        : "";

    StateOfPlayRow Row(string key, string? name, decimal? approved, long? actions, IReadOnlyList<Part> parts)
    {
        var (contracted, paid) = (parts.Sum(part => part.Contracted), parts.Sum(part => part.Paid));
        return new(
            key,
            key.Length == 0 ? NotStated : name ?? key,
            approved is { } amount ? header.In(amount) : null,
            null,
            header.In(contracted),
            header.In(paid),
            approved is { } of ? header.In(of - contracted) : null,
            header.In(contracted - paid),
            actions,
            parts.Sum(part => part.Contracts),
            parts.Sum(part => part.Payments));
    }

    StateOfPlayReport Report(StateOfPlayBy by, IEnumerable<StateOfPlayRow> rows) =>
        new(header, by, [.. rows], null, StateOfPlayByFund.Total(header, fund));

    static Part Whole(Sums contract) => new(contract.Balance(Contracted), contract.Paid, contract.Documents(Contracted), contract.Payments);

    sealed record Part(decimal Contracted, decimal Paid, long Contracts, long Payments);
}
