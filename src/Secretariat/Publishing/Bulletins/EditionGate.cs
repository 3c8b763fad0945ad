using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// A bulletin's way through the gate: at approval, when it is scheduled, when its hour comes and when its letters are written. Each
/// statement passes the one door; words that were put to members do not leave under another name.
/// </summary>
public sealed class EditionGate(ReleaseStatement door, PutToMembers words)
{
    /// <summary>Call it before anything is changed: a refusal is written down at once.</summary>
    /// <exception cref="RuleBroken">Something in it may not leave; for a statement the try is kept.</exception>
    public async Task<PassedContent> Pass(Edition edition, EditionContent content, Actor by, CancellationToken ct)
    {
        var released = new List<ReleasedText>();
        foreach (var item in Statements(content)) released.Add(await door.Run(item.AsStatement, item.Mandate, edition.Name.ToLowerInvariant(), item.Item, by, ct));
        var passed = PassedContent.Of(content, released, await Refused(content, ct));
        passed.Require();
        return passed;
    }

    /// <summary>For somebody who only looks: what may not leave stands as a gap that says why.</summary>
    public async Task<PassedContent> Look(EditionContent content, CancellationToken ct)
    {
        var released = new List<ReleasedText>();
        var refused = await Refused(content, ct);
        foreach (var item in Statements(content))
        {
            try
            {
                released.Add(await door.Look(item.AsStatement, item.Mandate, ct));
            }
            catch (RuleBroken no)
            {
                refused[item.Item] = no.Message;
            }
        }
        return PassedContent.Of(content, released, refused);
    }

    private static IEnumerable<ContentItem> Statements(EditionContent content) => content.Items.Where(i => i.Kind == ItemKind.Statement);

    // What a reader sees of it beside its text.
    private static IEnumerable<string> Lines(ContentItem item) => [item.Heading, item.FiguresSource, .. item.Links.Select(l => l.Text)];

    private async Task<Dictionary<Guid, string>> Refused(EditionContent content, CancellationToken ct)
    {
        var known = await words.All(ct);
        var refused = Statements(content).GroupBy(i => i.Mandate).SelectMany(same => same.Skip(1)).ToDictionary(i => i.Item, _ => "This statement stands in the bulletin already: it leaves once in each.");
        var texts = content.Items.Where(i => i.Kind != ItemKind.Statement).Select(i => (i.Item, Found: PutToMembers.In(i.Html, known) ?? Lines(i).Select(l => PutToMembers.InLine(l, known)).FirstOrDefault(f => f is not null)))
            .Append((PassedContent.TheIntro, PutToMembers.In(content.Intro, known))).Append((PassedContent.TheSubject, PutToMembers.InLine(content.Subject, known)));
        foreach (var (item, found) in texts)
            if (found is { } round) refused[item] = round.Refusal;
        return refused;
    }
}
