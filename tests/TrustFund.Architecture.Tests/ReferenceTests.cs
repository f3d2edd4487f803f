using System.Reflection;
using System.Xml.Linq;

namespace TrustFund.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public class ReferenceTests
{
    static readonly string[] OfAService = ["TrustFund.Journal", "TrustFund.ServiceDefaults"];

    /// <summary>Every project under src, with the projects it may reference.</summary>
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["TrustFund.Money"] = [],
        ["TrustFund.Events"] = ["TrustFund.Money"],
        ["TrustFund.Journal"] = ["TrustFund.Events"],
        ["TrustFund.Pledges"] = OfAService,
        ["TrustFund.Contracts"] = OfAService,
        ["TrustFund.Disbursements"] = OfAService,
        ["TrustFund.Leverage"] = OfAService,
        ["TrustFund.Audit"] = OfAService,
        ["TrustFund.Provisioning"] = ["TrustFund.Journal"],
        ["TrustFund.SignIn"] = ["TrustFund.ServiceDefaults"],
    };

    public static TheoryData<string> Projects => [.. Sources.Named(".csproj").Where(file => file.StartsWith("src/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.ContainsKey(name), $"{name} is new: say in {nameof(ReferenceTests)} what it may reference.");

        var references = XDocument.Parse(string.Join('\n', Sources.Lines(project)))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.Empty(references.Except(Allowed[name]));
    }

    [Fact]
    public void Services_never_reference_each_other()
    {
        var services = Assemblies.Services.Select(service => service.GetName().Name).Append("TrustFund.Provisioning").ToList();

        Assert.All(Assemblies.Services, service => Assert.Empty(
            References(service).Intersect(services).Except([service.GetName().Name])));
    }

    [Fact]
    public void Events_know_only_money_and_the_base_library()
    {
        Assert.Equal(["TrustFund.Money"], References(Assemblies.Events).Where(name => !IsBaseLibrary(name)));
        Assert.All(References(Assemblies.Money), name => Assert.True(IsBaseLibrary(name), name));
    }

    static IEnumerable<string?> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name);

    static bool IsBaseLibrary(string? name) => name is not null && name.StartsWith("System.", StringComparison.Ordinal);
}
