using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Lines;

public enum LineKind { Facts, Member, Network }

/// <summary>Whose words they are: a named person's of a member.</summary>
/// <param name="Person">Null where nobody has a record of them.</param>
/// <param name="How">How staff know that it may be said; null when the member says so itself.</param>
public sealed record LineVoice(Guid Member, string? Who, Guid? Person, string? How);

/// <summary>
/// What may be said today on a theme: published facts with their source, or a named member's own words. A view of the network's has
/// no words here: it is a mandate, and its words are those that the mandate lets out on the day, or none.
/// </summary>
public sealed class Line : Record, IHoldsPersonalData
{
    public const int MaxText = 1500, MaxSource = 500, MaxWho = 160, MaxHow = 500, MaxWhy = 300, MostDays = 366;

    private Line() { }

    private Line(LineKind kind, string? theme, DateOnly? until, string by, DateOnly today, DateTimeOffset now)
    {
        Theme = string.IsNullOrWhiteSpace(theme) ? throw new RuleBroken("Choose the theme.", "Theme") : theme.Trim();
        if (until < today) throw new RuleBroken("That day is over.", "Until");
        if (until > today.AddDays(MostDays)) throw new RuleBroken("Look at it again within a year: choose an earlier day.", "Until");
        (Kind, Until, By, At) = (kind, until, by, now);
    }

    public LineKind Kind { get; private set; }
    public string Theme { get; private set; } = "";

    /// <summary>Empty for a view of the network's: nobody keeps those words but the round.</summary>
    public string Text { get; private set; } = "";

    public string? Source { get; private set; }
    public Guid? Member { get; private set; }
    public string? Who { get; private set; }
    public Guid? Person { get; private set; }
    public string? How { get; private set; }
    public Guid? Mandate { get; private set; }

    /// <summary>The last day on which it may be said; null only under a mandate that has no end.</summary>
    public DateOnly? Until { get; private set; }

    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndedWhy { get; private set; }
    public bool Invented { get; set; }

    public static Line Facts(string? theme, string? text, string? source, DateOnly? until, string by, DateOnly today, DateTimeOffset now) => new(LineKind.Facts, theme, Needed(until), by, today, now)
    {
        Text = Words(text),
        Source = Typed.Line(source, MaxSource, "Source") ?? throw new RuleBroken("Say where it is published: only published facts are said.", "Source"),
    };

    public static Line OfMember(string? theme, string? text, LineVoice voice, DateOnly? until, string by, DateOnly today, DateTimeOffset now) => new(LineKind.Member, theme, Needed(until), by, today, now)
    {
        Text = Words(text),
        Member = voice.Member,
        Who = Typed.Line(voice.Who, MaxWho, "Who") ?? throw new RuleBroken("Say whose words they are: a view is always a named person’s of a member.", "Who"),
        Person = voice.Person,
        How = Typed.Line(voice.How, MaxHow, "How"),
    };

    public static Line OfNetwork(string? theme, Guid mandate, DateOnly? until, string by, DateOnly today, DateTimeOffset now) => new(LineKind.Network, theme, until, by, today, now) { Mandate = mandate };

    public bool IsOn(DateOnly today) => EndedAt is null && (Until is null || today <= Until);

    public void End(string? why, DateTimeOffset now)
    {
        if (EndedAt is not null) throw new RuleBroken("It was taken away already.");
        (EndedAt, EndedWhy) = (now, Typed.Line(why, MaxWhy, "Why"));
    }

    /// <summary>Without the name it is nobody's word any more, and so it is not said.</summary>
    internal void Forget(DateTimeOffset now)
    {
        (Person, Who, By) = (null, "somebody whose name was erased", "somebody whose name was erased");
        EndedAt ??= now;
    }

    private static string Words(string? text) => Typed.Text(text, MaxText, "Text") ?? throw new RuleBroken("Write what may be said.", "Text");

    private static DateOnly Needed(DateOnly? until) => until ?? throw new RuleBroken("Say until when it may be said.", "Until");
}

public static class LineWords
{
    public static string Words(this LineKind kind) => kind switch
    {
        LineKind.Facts => "published facts",
        LineKind.Member => "a member’s own words",
        _ => "the members’ view, under a mandate",
    };
}
