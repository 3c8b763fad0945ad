using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Wishes;

/// <summary>What a member's chief executive would like a workshop to be about.</summary>
public sealed class Wish : Record, IHoldsPersonalData
{
    public const int MaxTitle = 120, MaxWhy = 500;

    /// <summary>What one member may propose in one call: enough to choose from, and a link in wrong hands fills no list.</summary>
    public const int MostOfOne = 5;

    private Wish() { }

    public Wish(Guid call, string? title, string? theme, string? why, Guid member, Guid? person, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBroken("Say what the workshop should be about.", "Title");
        if (title.Trim().Length > MaxTitle || title.Trim().Any(char.IsControl)) throw new RuleBroken($"Keep it on one line and under {MaxTitle} letters.", "Title");
        if (why?.Trim().Length > MaxWhy) throw new RuleBroken($"Keep it under {MaxWhy} letters.", "Why");
        (Call, Title, Theme, Why, Member, Person, At) = (call, title.Trim(), string.IsNullOrEmpty(theme) ? null : theme, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), member, person, now);
    }

    public Guid Call { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Code of the theme it belongs to.</summary>
    public string? Theme { get; private set; }

    public string? Why { get; private set; }

    /// <summary>The member whose chief executive proposed it.</summary>
    public Guid Member { get; private set; }

    public Guid? Person { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The event that was made of it.</summary>
    public Guid? MadeInto { get; private set; }

    /// <summary>How many members had ranked it by then.</summary>
    public int Wanted { get; private set; }

    /// <summary>Once, unless the workshop was called off.</summary>
    public void Become(Guid @event, int wanted) => (MadeInto, Wanted) = (@event, wanted);

    internal void Forget() => Person = null;
}
