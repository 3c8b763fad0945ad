namespace Secretariat.Platform.Contracts;

/// <summary>One condition that an audience can be made of.</summary>
public interface IAudienceTerm
{
    /// <summary>Its stored name, such as <c>position-in-member</c>.</summary>
    string Code { get; }

    /// <summary>The condition in words, as the reason why somebody is in the audience.</summary>
    string Reason(string? value);

    /// <summary>The people it selects on a day.</summary>
    IQueryable<Guid> People(Data.Db db, string? value, DateOnly on);

    /// <summary>Those it lately selected or soon will, with the day: so that an audience can say who is missing, and why. Null when it knows none.</summary>
    IQueryable<Absentee>? Absent(Data.Db db, string? value, DateOnly on) => null;
}

// Made by properties, not by a constructor: a query can then be built on.
public sealed record Absentee
{
    public Guid Person { get; init; }

    /// <summary>The last day the condition held; null when it does not hold yet.</summary>
    public DateOnly? Last { get; init; }

    public DateOnly First { get; init; }
}
