namespace Secretariat.Platform.Contracts;

/// <summary>What a later feature has for a date of the plan's calendar, or offers to make for it.</summary>
public interface IForPlannedDate
{
    /// <param name="dates">The dates, with the evidence codes that their outcomes count.</param>
    Task<IReadOnlyDictionary<Guid, PlannedWork>> Of(IReadOnlyDictionary<Guid, IReadOnlyCollection<string>> dates, CancellationToken ct);
}

/// <param name="Words">"Its event: announced", or what a press makes: "Make its event".</param>
/// <param name="Press">True when the address takes a press and makes it.</param>
public sealed record PlannedWork(string Words, string Href, bool Press);
