using System.Globalization;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Conference.Programme;

/// <summary>What somebody types of one session.</summary>
/// <param name="Speakers">One a line: "Maud Osier, chief executive of Crossmere".</param>
public sealed record SessionDraft(string? Title, TimeOnly Starts, TimeOnly Ends, string? Room = null, string? About = null, string? Speakers = null, Circulation Circulation = Circulation.Public, string? PermittedBy = null);

/// <summary>One session of an event's programme: when, where, who speaks, and who may know.</summary>
public sealed class ProgrammeSession : Record, IHoldsPersonalData
{
    public const int MaxTitle = 160, MaxRoom = 80, MaxAbout = 1000, MaxSpeaker = 160, MostSpeakers = 12;
    public const string FormerSpeaker = "a speaker";

    private ProgrammeSession() { }

    public ProgrammeSession(Guid @event, SessionDraft draft, bool invented = false)
    {
        (Event, Invented) = (@event, invented);
        Write(draft);
    }

    public Guid Event { get; private set; }
    public TimeOnly Starts { get; private set; }
    public TimeOnly Ends { get; private set; }
    public string Title { get; private set; } = "";
    public string Room { get; private set; } = "";
    public string About { get; private set; } = "";
    public List<string> Speakers { get; private set; } = [];
    public Circulation Circulation { get; private set; }

    /// <summary>Who permitted that more people know of it than at first.</summary>
    public string? PermittedBy { get; private set; }

    public bool Invented { get; private set; }

    public string Hours => $"{Clock(Starts)} to {Clock(Ends)}";
    public IEnumerable<string> Names => Speakers.Select(NameOf);

    public void Change(SessionDraft draft)
    {
        if (draft.Circulation > Circulation)
            PermittedBy = Line(draft.PermittedBy, MaxSpeaker, "PermittedBy") ?? throw new RuleBroken($"More people may know of it than before (“{Circulation.Words()}”). Say who permitted that.", "PermittedBy");
        Write(draft);
    }

    private void Write(SessionDraft draft)
    {
        if (draft.Ends <= draft.Starts) throw new RuleBroken("A session ends after it begins.", "Ends");
        Title = Line(draft.Title, MaxTitle, "Title") ?? throw new RuleBroken("Give the session a title.", "Title");
        var speakers = (draft.Speakers ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (speakers.Count > MostSpeakers || speakers.Any(s => s.Length > MaxSpeaker)) throw new RuleBroken($"Give at most {MostSpeakers} speakers, one on a line of at most {MaxSpeaker} letters.", "Speakers");
        (Starts, Ends, Room, Speakers, Circulation) = (draft.Starts, draft.Ends, Line(draft.Room, MaxRoom, "Room") ?? "", speakers, draft.Circulation);
        About = draft.About?.Trim() is { Length: <= MaxAbout } about ? about : string.IsNullOrEmpty(draft.About) ? "" : throw new RuleBroken($"Keep it under {MaxAbout:N0} letters.", "About");
    }

    /// <summary>The same room, or the same speaker, in two sessions at one time. Said, and left to whoever plans it: a break may be long on purpose.</summary>
    public static IReadOnlyList<string> Clashes(IReadOnlyList<ProgrammeSession> sessions)
    {
        var clashes = new List<string>();
        for (var a = 0; a < sessions.Count; a++)
            for (var b = a + 1; b < sessions.Count; b++)
            {
                var (one, other) = (sessions[a], sessions[b]);
                if (one.Starts >= other.Ends || other.Starts >= one.Ends) continue;
                if (one.Room.Length > 0 && one.Room.Folded() == other.Room.Folded()) clashes.Add($"{one.Room} is used twice: “{one.Title}” ({one.Hours}) and “{other.Title}” ({other.Hours}).");
                clashes.AddRange(one.Names.IntersectBy(other.Names.Select(n => n.Folded()), n => n.Folded()).Select(n => $"{n} speaks in two places: “{one.Title}” ({one.Hours}) and “{other.Title}” ({other.Hours})."));
            }
        return clashes;
    }

    internal bool Forget(string name)
    {
        if (!Names.Any(n => n.Folded() == name.Folded())) return false;
        Speakers = [.. Speakers.Select(s => NameOf(s).Folded() == name.Folded() ? FormerSpeaker : s)];
        return true;
    }

    private static string NameOf(string speaker) => speaker.Split(',', 2)[0].Trim();

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Line(string? text, int most, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var said && said.Length <= most && !said.Any(char.IsControl) ? said : throw new RuleBroken($"Keep it on one line, under {most} letters.", field);
}
