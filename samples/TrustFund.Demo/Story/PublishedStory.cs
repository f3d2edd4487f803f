using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Story;

/// <summary>A command of the story, as it goes over the wire.</summary>
/// <param name="Key">Its name: part of its idempotency key, and what later steps call the id of what it made, as <c>{key}</c>.</param>
/// <param name="As">The demo user who sends it.</param>
/// <param name="To">The service.</param>
/// <param name="Path">Where, with <c>{key}</c> for ids that earlier steps were answered with.</param>
/// <param name="Method">POST when left out.</param>
/// <param name="Figures">The published figures it rests on.</param>
/// <param name="Assumes">The assumptions it rests on.</param>
/// <param name="Unless">The problem by which the service says that what it would make is there already.</param>
/// <param name="Until">What to wait for before the story goes on, where another service has to agree first.</param>
/// <param name="ForEach">A file with rows: the step is taken once for each, with the row's values for <c>%column%</c>.</param>
/// <param name="Body">The JSON to send.</param>
sealed record Step(
    string Key,
    string As,
    string To,
    string Path,
    string? Method = null,
    IReadOnlyList<string>? Figures = null,
    IReadOnlyList<string>? Assumes = null,
    string? Unless = null,
    Condition? Until = null,
    string? ForEach = null,
    JsonObject? Body = null)
{
    [JsonIgnore]
    public HttpMethod HttpMethod => new(Method ?? "POST");
}

/// <summary>What a service is to answer before the story goes on.</summary>
/// <param name="Path">What is asked for, with <c>{key}</c> as in a step.</param>
/// <param name="Member">The member of the answer.</param>
/// <param name="Is">What it has to be.</param>
sealed record Condition(string Path, string Member, string Is);

/// <summary>What happened on a date, and the tables to print when it is reached.</summary>
sealed record Chapter(DateOnly Date, string Title, IReadOnlyList<string> Tables, IReadOnlyList<Step> Steps);

/// <summary>Something the sources do not say and the story needs.</summary>
sealed record Assumption(string Id, string Text);

/// <summary>The published story: its chapters in order of date, the figures it is compared with, and what is assumed. Data, kept in <c>Data/</c>.</summary>
sealed record PublishedStory(IReadOnlyList<Chapter> Chapters, FigureSet Figures, IReadOnlyList<RegionSlice> Regions, IReadOnlyList<Assumption> Assumptions)
{
    const string RegionCharts = "region-charts.csv";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The funds it is about.</summary>
    public IReadOnlySet<string> Funds => Chapters
        .SelectMany(chapter => chapter.Steps)
        .Where(step => step.Path == "/funds")
        .Select(step => step.Body!["code"]!.GetValue<string>())
        .ToHashSet();

    /// <summary>Reads the story.</summary>
    /// <exception cref="JsonException">A file is not what it must be.</exception>
    /// <exception cref="StoppedException">A step names a figure or an assumption that there is not.</exception>
    public static PublishedStory Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Data");
        var figures = FigureSet.Of(
            Read<IReadOnlyList<Figure>>(Path.Combine(folder, "figures.json")), Read<IReadOnlyList<SourceDocument>>(Path.Combine(folder, "sources.json")));
        var assumptions = Read<IReadOnlyList<Assumption>>(Path.Combine(folder, "assumptions.json"));
        var chapters = Directory.GetFiles(Path.Combine(folder, "story"), "*.json")
            .Select(Read<Chapter>)
            .Select(chapter => chapter with { Steps = [.. chapter.Steps.SelectMany(step => Taken(step, folder)), .. AuditedFigures.Steps(figures, chapter.Date)] })
            .OrderBy(chapter => chapter.Date)
            .ToList();
        var known = assumptions.Select(assumption => assumption.Id).ToHashSet();
        foreach (var step in chapters.SelectMany(chapter => chapter.Steps))
        {
            foreach (var figure in step.Figures ?? [])
                _ = figures[figure];
            if (step.Assumes?.FirstOrDefault(assumption => !known.Contains(assumption)) is { } unknown)
                throw new StoppedException($"Step '{step.Key}' rests on an assumption '{unknown}' that is not listed.");
        }
        return new(chapters, figures, [.. CsvFile.Read(Path.Combine(folder, RegionCharts)).Select(RegionSlice.Of)], assumptions);
    }

    static IEnumerable<Step> Taken(Step step, string folder) =>
        step.ForEach is null ? [step] : CsvFile.Read(Path.Combine(folder, step.ForEach)).Select(row => Template.Fill(step, row));

    static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json) ?? throw new JsonException($"{file} is empty.");
}
