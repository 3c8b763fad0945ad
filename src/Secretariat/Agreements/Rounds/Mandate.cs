using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

public enum MandateState { InForce, Withdrawn, Expired }

/// <summary>What a passed round allows: these words, to the letter, as the view of those who agreed, and nothing more.</summary>
public sealed class Mandate : Record
{
    /// <summary>How long paragraphs are taken: without an end one member could hold a text up for ever, by a letter at a time.</summary>
    public const int ParagraphHours = 72;

    private readonly List<Dissent> _dissents = [];

    private Mandate() { }

    /// <param name="round">Closed, and passed.</param>
    public Mandate(Round round, Count counted, IReadOnlyList<string> agreed, Guid decision)
    {
        if (round.State != RoundState.Closed || counted.Outcome != RoundOutcome.Passed || round.Kind != RoundKind.AgreeText)
            throw new RuleBroken("Only a round that agreed a text, and passed, gives a mandate.");
        var text = round.Latest;
        (Round, Decision, Subject, Hash) = (round.Id, decision, text.Subject, text.Hash);
        (Rule, RuleName, By) = (round.Rule, round.Terms!.Name, round.Terms.Base == RoundBase.Seats ? DecisionBy.Board : DecisionBy.Members);
        (Whose, Agreed, Until, GivenAt) = (counted.Whose, [.. agreed], round.MandateUntil, round.ClosedAt!.Value);
        (Asked, Beside, Objectors) = (counted.Standings.Count, WhoDidNot.Say(counted, round.Terms.Objections), [.. counted.Those(Stand.Objects).Select(s => s.Elector)]);
        Invented = round.Invented;
    }

    public Guid Round { get; private set; }
    public Guid Decision { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>The hash of the only text that it allows: see <see cref="RoundText"/>.</summary>
    public string Hash { get; private set; } = "";

    public string Rule { get; private set; } = "";
    public string RuleName { get; private set; } = "";

    /// <summary>Whose agreement it is. The Board's is not the members'.</summary>
    public DecisionBy By { get; private set; }

    /// <summary>"all 38", or "29 members, listed".</summary>
    public string Whose { get; private set; } = "";

    /// <summary>The names of those who agreed, as they were called when the round opened.</summary>
    public List<string> Agreed { get; private set; } = [];

    /// <summary>How many were asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Who did not agree, in sentences: those who object by name, the silent by number. They go out under the text.</summary>
    public List<string> Beside { get; private set; } = [];

    /// <summary>The electors that object: each may add one paragraph under the text.</summary>
    public List<Guid> Objectors { get; private set; } = [];

    public IReadOnlyList<Dissent> Dissents => _dissents;

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>Until when those who objected may add their paragraphs, unless the text leaves before.</summary>
    public DateTimeOffset ParagraphsUntil => GivenAt.AddHours(ParagraphHours);

    /// <summary>Its last day; null when it has no end.</summary>
    public DateOnly? Until { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The day of it, as the network counts days.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Who decided it: the Board, the members in another round.</summary>
    public string? WithdrawnBy { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    /// <summary>Why it is not known here whether it still stands; null when it is known. Nothing is released meanwhile.</summary>
    public string? Doubt { get; private set; }

    public bool Invented { get; private set; }

    /// <summary>"all 38" is not a list; everybody else's names are.</summary>
    public bool OfAll => Agreed.Count == Asked;

    /// <summary>What goes out under the text, and not one word more: whose view it is, who did not agree, and what they say.</summary>
    public IReadOnlyList<string> Under =>
    [
        OfAll ? $"This is the view of {Whose} members." : $"This is the view of {Agreed.Count} of {Asked} members, and of nobody else: {WhoDidNot.Names(Agreed)}.",
        .. Beside,
        .. _dissents.OrderBy(d => d.Member, StringComparer.Ordinal).Select(d => $"{d.Member}, which did not agree, says: {d.Text}"),
    ];

    public MandateState StateOn(DateOnly today) =>
        WithdrawnAt is not null ? MandateState.Withdrawn : Until < today ? MandateState.Expired : MandateState.InForce;

    /// <summary>Why it lets nothing out on a day; null while it stands.</summary>
    public string? ShutOn(DateOnly today) =>
        WithdrawnOn is { } day ? $"Its mandate was withdrawn on {day.Plain()} by {WithdrawnBy}: {WithdrawnWhy}"
        : StateOn(today) == MandateState.Expired ? $"Its mandate ended on {Until!.Value.Plain()}. Members have to agree again before it goes out."
        : Doubt;

    public void Withdraw(string? decidedBy, string? why, DateOnly today, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) throw new RuleBroken("This mandate is withdrawn already.");
        if (string.IsNullOrWhiteSpace(decidedBy)) throw new RuleBroken("Say who decided it.", "DecidedBy");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say why it is withdrawn: it stands beside everything that it released.", "Why");
        (WithdrawnAt, WithdrawnOn, WithdrawnBy, WithdrawnWhy, Doubt) = (now, today, decidedBy.Trim(), why.Trim(), null);
    }

    /// <summary>An elector that objects says why under the text, in one paragraph; written again it takes the earlier one's place.</summary>
    /// <param name="released">Whether the text has left already: what was under it then stays.</param>
    /// <returns>What to add, or null when the paragraph that was there is changed.</returns>
    public Dissent? Hear(Elector elector, string? text, Dissenting by, bool released, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) throw new RuleBroken("This mandate is withdrawn, so nothing goes out under it any more.");
        if (!Objectors.Contains(elector.Id)) throw new RuleBroken($"{elector.Name} did not object when the round closed. Only who objected adds a paragraph under the text.");
        if (released) throw new RuleBroken("The text has been released, with what stood under it then. Nothing is added to it any more.");
        if (now > ParagraphsUntil) throw new RuleBroken($"Paragraphs were taken for {ParagraphHours} hours after the text was agreed, and that time is over. What stands under the text stays.");
        if (_dissents.FirstOrDefault(d => d.Elector == elector.Id) is { } there)
        {
            there.Say(text, by, now);
            return null;
        }
        var dissent = new Dissent(Id, elector, text, by, now);
        _dissents.Add(dissent);
        return dissent;
    }

    /// <summary>A backup was restored: whether it was withdrawn since is not known here.</summary>
    internal void DoubtIt(string why) => Doubt = why;

    public void Confirm()
    {
        if (Doubt is null) throw new RuleBroken("Nobody doubts that this mandate stands.");
        Doubt = null;
    }
}

/// <summary>Who did not agree to a text, in sentences.</summary>
public static class WhoDidNot
{
    internal static List<string> Say(Count counted, Objections objections)
    {
        List<string> said = [];
        foreach (var (stand, one, many) in Order)
        {
            var those = counted.Those(stand);
            if (those.Count == 0) continue;
            var listed = objections == Objections.Listed && stand is (Stand.Objects or Stand.AgreesWithChanges) ? $": {Names([.. those.Select(t => t.Name)])}" : "";
            said.Add($"{those.Count} {(those.Count == 1 ? one : many)}{listed}.");
        }
        return said;
    }

    // The silent come last, and are never counted as anything but silent.
    private static readonly (Stand Stand, string One, string Many)[] Order =
    [
        (Stand.Objects, "objects", "object"), (Stand.AgreesWithChanges, "would agree to other words", "would agree to other words"), (Stand.Abstains, "abstains", "abstain"),
        (Stand.DealsThemselves, "is dealing with it itself", "are dealing with it themselves"), (Stand.Lapsed, "agreed to earlier words only", "agreed to earlier words only"),
        (Stand.Withdrew, "withdrew its answer", "withdrew their answers"), (Stand.Silent, "did not answer", "did not answer"),
    ];

    public static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        // A name may have a comma or an "and" of its own: a semicolon keeps them apart.
        _ => $"{string.Join("; ", names.Take(names.Count - 1))}; and {names[^1]}",
    };
}
