using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using TrustFund.Journal;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace TrustFund.Architecture.Tests;

/// <summary>Rules and amounts reach nothing outside themselves: that is what lets tests drive them in any order.</summary>
public class PurityTests
{
    const string InputOutput =
        @"^(System\.IO\.(?!Stream$|MemoryStream$|.*Exception$)|System\.Net\.|System\.Data\.|System\.Diagnostics\.Process|System\.Console$|Npgsql|Dapper|RabbitMQ|MassTransit)";

    const string Clocks = @"^System\.(TimeProvider|Random|Threading\.Timer|Diagnostics\.Stopwatch)$";

    static readonly ArchUnitNET.Domain.Architecture Architecture =
        new ArchLoader().LoadAssemblies([.. Assemblies.Services, Assemblies.Journal, Assemblies.Events, Assemblies.Money]).Build();

    [Fact]
    public void Money_and_Events_do_no_input_or_output()
    {
        foreach (var assembly in (Assembly[])[Assemblies.Money, Assemblies.Events])
            Assert.DoesNotContain(TypesUsedBy(assembly), name => System.Text.RegularExpressions.Regex.IsMatch(name, InputOutput));
    }

    [Fact]
    public void Commands_decide_without_input_output_or_a_clock() => Classes().That().AreAssignableTo(typeof(Command))
        .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching($"{InputOutput}|{Clocks}"))
        .Because("a decision must come out the same whenever and wherever it is taken again")
        .Check(Architecture);

    [Fact]
    public void States_hold_and_change_without_input_output_or_a_clock() => Classes().That().AreAssignableTo(typeof(State))
        .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching($"{InputOutput}|{Clocks}"))
        .Because("folding the journal again must give the same rows")
        .Check(Architecture);

    [Fact]
    public void Evolutions_apply_facts_without_input_output_or_a_clock() => Classes().That().AreAssignableTo(typeof(Evolution))
        .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching($"{InputOutput}|{Clocks}"))
        .Because("folding the journal again must give the same rows")
        .Check(Architecture);

    [Fact]
    public void The_rules_above_would_notice_a_database() => Assert.Throws<FailedArchRuleException>(() =>
        Classes().That().ResideInAssembly(Assemblies.Journal)
            .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching(InputOutput))
            .Check(Architecture));

    [Fact]
    public void Every_service_has_commands_states_and_one_evolution() => Assert.All(Assemblies.Services, service =>
    {
        Assert.Contains(service.GetTypes(), type => type.IsAssignableTo(typeof(Command)));
        Assert.Contains(service.GetTypes(), type => type.IsAssignableTo(typeof(State)));
        Assert.Single(service.GetTypes(), type => type.IsAssignableTo(typeof(Evolution)));
    });

    /// <summary>Every type of other assemblies that the code of this one names, read from its metadata.</summary>
    static List<string> TypesUsedBy(Assembly assembly)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }
}
