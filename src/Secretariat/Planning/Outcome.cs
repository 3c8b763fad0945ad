using Secretariat.Planning.Calendar;
using Secretariat.Platform.Data;

namespace Secretariat.Planning;

/// <summary>A row of the plan: what was promised, how much of it, when, and from which evidence it is counted.</summary>
public sealed class Outcome : Record
{
    private Outcome() { }

    public Outcome(Guid plan, string code, int place, string? pillar, string title, Measure measure, Cadence cadence, IEnumerable<string> countedFrom)
    {
        (Plan, Code, Place, Pillar) = (plan, code.Trim(), place, pillar);
        (Measure, Cadence, CountedFrom) = (measure, cadence.Checked(), string.Join(' ', countedFrom));
        Describe(title, "");
    }

    public Guid Plan { get; private set; }
    public string Code { get; private set; } = "";
    public int Place { get; private set; }
    public string? Pillar { get; private set; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public Measure Measure { get; private set; } = new(MeasureKind.Ongoing, null, "");
    public Cadence Cadence { get; private set; } = Cadence.None;

    /// <summary>Evidence codes, parted by spaces.</summary>
    public string CountedFrom { get; private set; } = "";

    public Guid? Owner { get; set; }

    public IReadOnlyList<string> Counts => CountedFrom.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>It brings people together on its day, so two such should not share one.</summary>
    public bool Gathers => Counts.Any(code => code.StartsWith("meetings-held", StringComparison.Ordinal));

    public Promise Promise => new(Code, Title, Measure, Cadence, Gathers);

    /// <summary>The same row of another year's plan.</summary>
    public Outcome CopyTo(Guid plan)
    {
        var copy = new Outcome(plan, Code, Place, Pillar, Title, Measure, Cadence, Counts) { Owner = Owner };
        copy.Describe(Title, Description);
        return copy;
    }

    public void Describe(string title, string description)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBroken("An outcome needs a title.", "Title");
        (Title, Description) = (title.Trim(), description.Trim());
    }

    public void PromiseInstead(Measure measure, Cadence cadence) => (Measure, Cadence) = (measure, cadence.Checked());
}
