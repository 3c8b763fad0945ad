using System.Text.Json;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

public enum RowFate { New, Changed, Same, Perhaps, Refused }

/// <summary>One row of a file, as it was written, and what becomes of it. It is kept so that the import can be undone.</summary>
public sealed class ImportRow : INotAudited, IHoldsPersonalData
{
    public required Guid Import { get; init; }

    /// <summary>The row's place in the file, the headings being row 1.</summary>
    public required int Number { get; init; }

    /// <summary>As JSON, each at most as long as anything here may be.</summary>
    public required string Cells { get; set; }

    /// <summary>Where the row is malformed: why.</summary>
    public string Malformed { get; init; } = "";

    public string EmailKey { get; set; } = "";
    public string SortName { get; set; } = "";
    public RowFate Fate { get; set; }

    /// <summary>In plain words: what it brings, or why it brings nothing.</summary>
    public string Words { get; set; } = "";

    /// <summary>Whom it is about, once it was imported or when they are here already.</summary>
    public Guid? Person { get; set; }

    public bool Done { get; set; }

    /// <summary>What it changed, as JSON: see <see cref="RowStep"/>.</summary>
    public string Steps { get; set; } = "";

    /// <summary>Why it could not be taken back; empty when it was.</summary>
    public string Stayed { get; set; } = "";

    public IReadOnlyList<string> Read() => JsonSerializer.Deserialize<List<string>>(Cells)!;

    public IReadOnlyList<RowStep> DidSteps() => Steps.Length == 0 ? [] : JsonSerializer.Deserialize<List<RowStep>>(Steps)!;

    public void Did(IReadOnlyList<RowStep> steps) => Steps = steps.Count == 0 ? "" : JsonSerializer.Serialize(steps);

    /// <summary>Takes out who it is about; that the file had a row here stays.</summary>
    internal void Forget() => (Cells, EmailKey, SortName, Words, Person, Steps, Stayed) = ("[]", "", "", "Erased at their request.", null, "", "");
}

/// <summary>One thing that a row did, and how it was before.</summary>
/// <param name="What">"person", "organisation" or "position" was added; otherwise the name of the value that changed.</param>
/// <param name="On">The record.</param>
public sealed record RowStep(string What, Guid On, string Before = "", string After = "")
{
    public const string Person = "person", Organisation = "organisation", Position = "position";
    public const string Name = "name", Phone = "phone", Title = "title", Themes = "themes", From = "first day", Until = "last day";
}
