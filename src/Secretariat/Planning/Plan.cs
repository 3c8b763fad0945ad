using Secretariat.Platform.Data;

namespace Secretariat.Planning;

/// <summary>What the network promised for a year.</summary>
public sealed class Plan : Record
{
    private Plan() { }

    public Plan(string title, PlanYear year)
    {
        Rename(title);
        First = year.First;
    }

    public string Title { get; private set; } = "";
    public DateOnly First { get; private set; }
    public PlanYear Year => new(First);

    /// <summary>The plan that it began as a copy of; null when it came with a pack.</summary>
    public Guid? CopiedFrom { get; init; }

    /// <summary>What its rounds and decisions name it by.</summary>
    public string About => $"plan:{Year.Code}";

    public void Rename(string title)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBroken("The plan needs a title.", "Title");
        Title = title.Trim();
    }
}

/// <summary>One of the few things that everything in the plan serves; a lane of the year strip.</summary>
public sealed class Pillar : Record
{
    public required Guid Plan { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required int Place { get; init; }
}
