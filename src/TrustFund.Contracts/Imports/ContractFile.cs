using TrustFund.Contracts.Funds;
using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Journal.Imports;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Imports;

/// <summary>A file of contracts of the past: facts, which may exceed their action or its deadline.</summary>
sealed class ContractFile : ImportKind
{
    static readonly CountryAttribute KnownCountry = new();

    public override string Name => "contracts";

    public override string Description => "Import signed contracts from a CSV file, as facts";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("action", "the fund's own reference of the action, or its id", Field: "action"),
        new("reference", "the fund's own reference of the contract, unique among its contracts", Field: "reference") { OnceWithin = [] },
        new("partner", "code of a registered partner", Field: "partner"),
        new("title", "its title"),
        new("amount", "the fund's own share, without any co-financing", Field: "amount") { LeansOn = ["currency"], AboveZero = true },
        new("currency", "the fund's currency"),
        new("signed_on", "date of the signature", Field: "signedOn"),
        new("starts_on", "the first day of its implementation", Required: false, Field: "startsOn"),
        new("ends_on", "the last day of its implementation", Required: false, Field: "endsOn") { LeansOn = ["starts_on"] },
        new("countries", "the countries it benefits, with shares that add up to 100, as NE=60|ML=40", Required: false, Field: "countries"),
        new("theme", "what it is for; the action's theme when empty", Required: false),
        new("sector", "purpose code of five digits", Required: false),
        new("co_financing", "what others pay towards it, as AFD=1000.00|BMZ=500.00", Required: false, Field: "coFinancing") { LeansOn = ["currency"] },
    ];

    public override StateKey? FundState(string fund) => StateKey.Of<Fund>(fund);

    public override Command Read(ImportRow row)
    {
        var amount = row.Amount("amount", "currency");
        return new ImportContract(
            row.Fund,
            row.Text("action", longest: 100),
            new(
                row.Fund,
                "",
                Guid.CreateVersion7().ToString(),
                Codes.Fold(row.Text("partner")),
                row.Text("title"),
                amount,
                row.Date("signed_on"),
                row.Text("reference", longest: 100),
                NamedNumbers.Amounts(row, "co_financing", "currency")?.Select(part => new CoFinancing(part.Name, part.Amount)).ToList(),
                Countries(row),
                row.Optional("theme", longest: 100),
                row.OptionalDate("starts_on"),
                row.OptionalDate("ends_on"),
                Sector(row),
                Imported: true));
    }

    static List<CountryShare>? Countries(ImportRow row)
    {
        var shares = NamedNumbers.Read(row, "countries");
        foreach (var (country, _) in shares ?? [])
        {
            if (!KnownCountry.IsValid(country))
                row.Problem("countries", $"'{country}' is no country's code of two letters (ISO 3166-1 alpha-2), EU or XK.");
        }
        return shares?.Select(share => new CountryShare(share.Name.ToUpperInvariant(), share.Number)).ToList();
    }

    static string? Sector(ImportRow row)
    {
        var sector = row.Optional("sector");
        if (sector is not null && (sector.Length != 5 || !sector.All(char.IsAsciiDigit)))
            row.Problem("sector", $"'{sector}' is no purpose code of five digits.");
        return sector;
    }
}
