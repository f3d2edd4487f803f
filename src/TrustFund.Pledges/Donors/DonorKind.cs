using System.Text.Json;

namespace TrustFund.Pledges.Donors;

/// <summary>What a donor is to the European Union.</summary>
public enum DonorKind
{
    /// <summary>An institution or fund of the Union itself.</summary>
    EuInstitution,

    /// <summary>A Member State of the Union.</summary>
    MemberState,

    /// <summary>A state outside the Union.</summary>
    ThirdDonor,

    /// <summary>Anything else: an organisation, or donors that a source does not itemise.</summary>
    Other,
}

/// <summary>Names of donor kinds in events: <c>eu-institution</c>, <c>member-state</c>, <c>third-donor</c>, <c>other</c>.</summary>
static class DonorKinds
{
    static readonly Dictionary<string, DonorKind> ByName = Enum.GetValues<DonorKind>().ToDictionary(NameOf);

    public static string NameOf(DonorKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static DonorKind Of(string name) => ByName[name];
}
