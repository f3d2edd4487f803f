using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Story;

/// <summary>A file of the story that has rows: comma-separated, its first line the columns, no value quoted.</summary>
static class CsvFile
{
    /// <summary>Its rows, each a value for every column.</summary>
    /// <exception cref="StoppedException">A row has not as many values as there are columns.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split(',');
        return lines.Skip(1).Select(line => line.Split(',') is var values && values.Length == columns.Length
            ? columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new StoppedException($"{file}: '{line}' has not the columns {lines[0]}."));
    }
}
