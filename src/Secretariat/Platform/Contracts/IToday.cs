namespace Secretariat.Platform.Contracts;

/// <summary>What needs a person today, for the list on the desk's home.</summary>
public interface IToday
{
    Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct);
}

/// <param name="Verb">The one thing to do, as on a button: "Approve", "Send", "Fill".</param>
/// <param name="Fact">What it is about, in one line.</param>
/// <param name="Due">By when; null when it has no date.</param>
public sealed record TodayTask(string Verb, string Fact, string Href, DateOnly? Due);
