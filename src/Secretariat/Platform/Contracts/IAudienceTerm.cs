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
}
