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

/// <param name="Last">The last day the condition held; null when it does not hold yet.</param>
/// <param name="First">The first day it will hold, for those who are still to come.</param>
public sealed record Absentee(Guid Person, DateOnly? Last, DateOnly First);
