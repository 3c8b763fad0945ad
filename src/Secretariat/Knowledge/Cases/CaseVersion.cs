using System.Text.Json.Nodes;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Searching;
using Secretariat.Publishing.Items;

namespace Secretariat.Knowledge.Cases;

/// <summary>What a case said at one time, by the template. It is never changed, only followed by the next, so nothing typed is lost.</summary>
public sealed class CaseVersion : Record, IHoldsPersonalData
{
    public const int MaxTitle = 140, MaxText = 6000, MaxShort = 1000, MaxSource = 400;

    private CaseVersion() { }

    internal CaseVersion(Guid of, int number, IReadOnlyList<Guid> members, CaseDraft draft, Actor by, DateTimeOffset now)
    {
        (Of, Number, Members) = (of, number, [.. members.Distinct()]);
        Title = Typed.Line(draft.Title, MaxTitle, nameof(Title)) ?? throw new RuleBroken("Give it a title that says what was solved: others find it by that.", nameof(Title));
        Themes = [.. draft.Themes.Distinct().Order(StringComparer.Ordinal)];
        (Problem, Done) = (Typed.Text(draft.Problem, MaxText, nameof(Problem)), Typed.Text(draft.Done, MaxText, nameof(Done)));
        (Took, Came) = (Typed.Text(draft.Took, MaxShort, nameof(Took)), Typed.Text(draft.Came, MaxText, nameof(Came)));
        (Source, Contact) = (Typed.Line(draft.Source, MaxSource, nameof(Source)), draft.Contact);
        if (draft.Circulation is not (Circulation.Members or Circulation.Public)) throw new RuleBroken("A case is for members only, or public.", nameof(Circulation));
        (Circulation, PublicFrom) = (draft.Circulation, draft.Circulation == Circulation.Public ? draft.PublicFrom : null);
        Kept = SearchTerms.Kept(string.Join(' ', Texts));
        (WrittenBy, Writer, At) = (by.Name, by.Person, now);
    }

    /// <summary>The case whose words these are.</summary>
    public Guid Of { get; private set; }

    public int Number { get; private set; }

    /// <summary>Whose practice it is; first the member whose people write it.</summary>
    public List<Guid> Members { get; private set; } = [];

    public List<string> Themes { get; private set; } = [];
    public string Title { get; private set; } = "";
    public string? Problem { get; private set; }
    public string? Done { get; private set; }
    public string? Took { get; private set; }
    public string? Came { get; private set; }
    public string? Source { get; private set; }

    /// <summary>Whom members ask about it.</summary>
    public Guid? Contact { get; private set; }

    public Circulation Circulation { get; private set; }
    public DateOnly? PublicFrom { get; private set; }

    /// <summary>All its words as they are looked for.</summary>
    public string Kept { get; private set; } = "";

    public string WrittenBy { get; private set; } = "";
    public Guid? Writer { get; private set; }
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> Texts => new[] { Title, Problem, Done, Took, Came, Source }.OfType<string>();

    /// <summary>The template, question by question, with what stands under each.</summary>
    public IEnumerable<(string Asked, string Said)> Parts =>
        new[] { ("What was the problem?", Problem), ("What was done?", Done), ("What did it cost, and how long did it take?", Took), ("What came of it?", Came) }.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!));

    /// <summary>Of all that a reader gets and staff look over, the circulation included.</summary>
    public string Hash() => CanonicalJson.Hash(CanonicalJson.Of(new JsonObject
    {
        ["texts"] = new JsonArray([.. new[] { Title, Problem, Done, Took, Came, Source }.Select(t => JsonValue.Create(t))]),
        ["members"] = new JsonArray([.. Members.Select(m => JsonValue.Create(m.ToString()))]),
        ["themes"] = new JsonArray([.. Themes.Select(t => JsonValue.Create(t))]),
        ["contact"] = Contact?.ToString(),
        ["circulation"] = Circulation.ToString(),
        ["from"] = PublicFrom?.ToString("O"),
    }));

    /// <summary>A draft may lack anything but its title; what others read may not.</summary>
    public void RequireWhole()
    {
        if (Themes.Count == 0) throw new RuleBroken("Choose at least one theme: people look for cases by it.", nameof(Themes));
        if (Problem is null) throw new RuleBroken("Say what the problem was.", nameof(Problem));
        if (Done is null) throw new RuleBroken("Say what was done.", nameof(Done));
        if (Came is null) throw new RuleBroken("Say what came of it; “too early to say” is an answer too.", nameof(Came));
        if (Came.Any(char.IsDigit) && Source is null) throw new RuleBroken("There are figures in what came of it. Say where they are from.", nameof(Source));
    }

    internal void Forget(Guid person)
    {
        if (Writer == person) (Writer, WrittenBy) = (null, Former);
        if (Contact == person) Contact = null;
    }

    internal const string Former = "a former colleague";
}
