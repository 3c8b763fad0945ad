using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>A feature's part of what happened with a person or an organisation. Each is asked for its latest before a moment, and they are put in order.</summary>
public interface ITimeline
{
    /// <param name="records">All records of one person.</param>
    Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) => Task.FromResult<IReadOnlyList<TimelineLine>>([]);

    Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) => Task.FromResult<IReadOnlyList<TimelineLine>>([]);
}

/// <param name="Before">Only what happened earlier.</param>
/// <param name="Most">At least so many of the latest, if there are; more does no harm.</param>
/// <param name="Zone">For days that have no hour.</param>
public sealed record TimelineSpan(DateTimeOffset Before, int Most, TimeZoneInfo Zone);

/// <summary>Who may read a line: staff alone, or also whom it is about.</summary>
public enum TimelineRoom { Desk, My }

/// <param name="What">Plain words: "Was invited to the winter dinner".</param>
/// <param name="Detail">What is worth knowing beside it; empty when nothing is.</param>
public sealed record TimelineLine(DateTimeOffset At, string What, string Detail, string? Href, TimelineRoom Room);
