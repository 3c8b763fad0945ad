namespace Secretariat.Platform.Contracts;

/// <summary>What a later feature has for the front page, and for a member's own: the news, the diary.</summary>
public interface IOnFrontPage
{
    /// <summary>From the left; the first has the most room.</summary>
    int Order { get; }

    string Heading { get; }

    /// <summary>Where there is more of it.</summary>
    FrontLink More { get; }

    /// <summary>The kinds of rows that it shows, by which a cached page is known to be old.</summary>
    IReadOnlyCollection<string> Tags { get; }

    /// <param name="member">Only what is about this member, for its own page; null for the front page.</param>
    Task<IReadOnlyList<FrontLine>> Lines(Guid? member, int most, CancellationToken ct);
}

/// <param name="Note">In a few words beside the date: whom it is about, or where it is.</param>
public sealed record FrontLine(DateOnly Date, string Title, string Href, string Note, bool Invented = false);

public sealed record FrontLink(string Words, string Href);
