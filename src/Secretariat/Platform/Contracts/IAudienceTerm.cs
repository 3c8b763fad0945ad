namespace Secretariat.Platform.Contracts;

/// <summary>One condition that an audience can be made of.</summary>
public interface IAudienceTerm
{
    /// <summary>Its stored name, such as <c>position-in-member</c>.</summary>
    string Code { get; }

    /// <summary>Over its choices: "A position in a member". Empty for one that nobody chooses by hand.</summary>
    string Title => "";

    /// <summary>What can be chosen of it, in words.</summary>
    Task<IReadOnlyList<TermChoice>> Choices(Data.Db db, DateOnly on, CancellationToken ct) => Task.FromResult<IReadOnlyList<TermChoice>>([]);

    /// <summary>Whoever it selects is of a member or of the Board, and so is written to without having put themselves on a list. Whoever was only asked something may leave.</summary>
    bool OfTheNetwork => false;

    /// <summary>The condition in words, as the reason why somebody is in the audience.</summary>
    string Reason(string? value);

    /// <summary>The people it selects on a day.</summary>
    IQueryable<Guid> People(Data.Db db, string? value, DateOnly on);

    /// <summary>Those it lately selected or soon will, with the day: so that an audience can say who is missing, and why. Null when it knows none.</summary>
    IQueryable<Absentee>? Absent(Data.Db db, string? value, DateOnly on) => null;
}

/// <param name="Value">Null where the condition needs none.</param>
public sealed record TermChoice(string? Value, string Words);

// Made by properties, not by a constructor: a query can then be built on.
public sealed record Absentee
{
    public Guid Person { get; init; }

    /// <summary>The last day the condition held; null when it does not hold yet.</summary>
    public DateOnly? Last { get; init; }

    public DateOnly First { get; init; }
}
