using CsvHelper;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Platform.Contracts;

/// <summary>The files of a data pack, read so that every fault can name its file and line.</summary>
public sealed class PackFolder(string folder, PackReport report)
{
    private static readonly CsvReaderOptions Strict = CsvReaderOptions.Default with
    {
        TrackLineNumbers = true,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public string Folder { get; } = folder;

    /// <summary>Notes what is wrong with the pack; <paramref name="line"/> is 1-based, 0 for the whole file.</summary>
    public void Fault(string file, int line, string reason) => report.Fault(file, line, reason);

    public bool Has(string file) => File.Exists(PathOf(file));

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>The rows of a CSV file with a header; columns the caller asks for and the file lacks are a fault of line 1.</summary>
    public IReadOnlyList<PackRow> Csv(string file, params string[] required)
    {
        if (!Has(file))
        {
            report.Fault(file, 0, "the file is missing");
            return [];
        }
        var rows = new List<PackRow>();
        try
        {
            using var csv = CsvReader.FromFile(PathOf(file), Strict);
            var header = csv.Headers;
            foreach (var missing in required.Except(header))
                report.Fault(file, 1, $"the column “{missing}” is missing");
            if (required.Except(header).Any()) return [];
            while (csv.Read())
                rows.Add(new PackRow(file, (int)csv.LineNumber, header.Select((name, i) => (name, i)).ToDictionary(h => h.name, h => csv.GetString(h.i), StringComparer.Ordinal)));
        }
        catch (CsvFormatException fault)
        {
            report.Fault(file, (int)fault.LineNumber, fault.Message);
        }
        return rows;
    }

    /// <summary>A YAML file's root mapping; null (and a fault) when it is missing or cannot be read.</summary>
    public YamlMappingNode? Yaml(string file)
    {
        if (!Has(file))
        {
            report.Fault(file, 0, "the file is missing");
            return null;
        }
        try
        {
            using var reader = new StreamReader(PathOf(file));
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root) return root;
            report.Fault(file, 1, "the file must hold one mapping of names to values");
        }
        catch (YamlException fault)
        {
            report.Fault(file, (int)fault.Start.Line, fault.Message);
        }
        return null;
    }
}

/// <summary>One row of a pack's CSV file. <paramref name="Line"/> is 1-based.</summary>
public sealed record PackRow(string File, int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a column, or empty when the file has no such column.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");
}
