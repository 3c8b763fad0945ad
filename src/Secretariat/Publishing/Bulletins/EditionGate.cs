using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>By which way something is to go.</summary>
/// <param name="Words">For the record of a refusal: "bulletin 13", "the website".</param>
/// <param name="PublicOn">The day on which it goes to everybody, so that each item has to be public then; null when it goes to members.</param>
public sealed record Way(string Words, DateOnly? PublicOn = null);

/// <summary>
/// A bulletin's way through the gate: at approval, when it is scheduled, when its hour comes and when its letters are written. Each
/// statement passes the one door; words that were put to members do not leave under another name.
/// </summary>
public sealed class EditionGate(Db db, ReleaseStatement door, PutToMembers words, Sites sites)
{
    /// <summary>Call it before anything is changed: a refusal is written down at once.</summary>
    /// <exception cref="RuleBroken">Something in it may not leave; for a statement the try is kept.</exception>
    public async Task<PassedContent> Pass(Way way, EditionContent content, Actor by, CancellationToken ct)
    {
        var released = new List<ReleasedText>();
        foreach (var item in Statements(content)) released.Add(await door.Run(item.AsStatement, item.Mandate, way.Words, item.Item, by, ct));
        var passed = PassedContent.Of(content, released, await Refused(way, content, ct));
        passed.Require();
        return passed;
    }

    public Task<PassedContent> Pass(Edition edition, EditionContent content, Actor by, CancellationToken ct) => Pass(WayOf(edition), content, by, ct);

    /// <summary>What was approved and stands on the website already: only a statement asks its mandate again, each time that it is shown.</summary>
    public async Task<PassedItem> Show(ContentItem item, CancellationToken ct)
    {
        var (content, released, refused) = (new EditionContent("", "", [item]), new List<ReleasedText>(), new Dictionary<Guid, string>());
        await Ask(content, released, refused, ct);
        return PassedContent.Of(content, released, refused).Items[0];
    }

    /// <summary>For somebody who only looks: what may not leave stands as a gap that says why.</summary>
    public async Task<PassedContent> Look(Way way, EditionContent content, CancellationToken ct)
    {
        var released = new List<ReleasedText>();
        var refused = await Refused(way, content, ct);
        await Ask(content, released, refused, ct);
        return PassedContent.Of(content, released, refused);
    }

    public Task<PassedContent> Look(Edition edition, EditionContent content, CancellationToken ct) => Look(WayOf(edition), content, ct);

    private async Task Ask(EditionContent content, List<ReleasedText> released, Dictionary<Guid, string> refused, CancellationToken ct)
    {
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
    }

    // Without an hour yet, it is enough that everybody may read it some day; at its hour it is asked again.
    private Way WayOf(Edition edition) => new(edition.Name.ToLowerInvariant(), edition.Kind == EditionKind.Newsletter ? edition.ScheduledFor?.DateIn(sites.Current.Zone) ?? DateOnly.MaxValue : null);

    private static IEnumerable<ContentItem> Statements(EditionContent content) => content.Items.Where(i => i.Kind == ItemKind.Statement);

    // What a reader sees of it beside its text.
    private static IEnumerable<string> Lines(ContentItem item) => [item.Heading, item.FiguresSource, .. item.Links.Select(l => l.Text)];

    private async Task<Dictionary<Guid, string>> Refused(Way way, EditionContent content, CancellationToken ct)
    {
        var known = await words.All(ct);
        var refused = Statements(content).GroupBy(i => i.Mandate).SelectMany(same => same.Skip(1)).ToDictionary(i => i.Item, _ => "This statement stands in the bulletin already: it leaves once in each.");
        var texts = content.Items.Where(i => i.Kind != ItemKind.Statement).Select(i => (i.Item, Found: PutToMembers.In(i.Html, known) ?? Lines(i).Select(l => PutToMembers.InLine(l, known)).FirstOrDefault(f => f is not null)))
            .Append((PassedContent.TheIntro, PutToMembers.In(content.Intro, known))).Append((PassedContent.TheSubject, PutToMembers.InLine(content.Subject, known)));
        foreach (var (item, found) in texts)
            if (found is { } round) refused[item] = round.Refusal;
        if (way.PublicOn is { } day) await RefuseNarrow(content, day, refused, ct);
        return refused;
    }

    private async Task RefuseNarrow(EditionContent content, DateOnly day, Dictionary<Guid, string> refused, CancellationToken ct)
    {
        var ids = content.Items.Select(i => i.Item).ToList();
        foreach (var item in await db.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct))
        {
            if (item.WidthOn(day) == Circulation.Public) continue;
            refused[item.Id] = item is { Circulation: Circulation.Public, PublicFrom: { } from } ? $"It is for members only until {from.Plain()}."
                : $"Its circulation is “{item.Circulation.Words().ToLowerInvariant()}”, and here everybody reads it. Widen it on the item’s own page first, and say who permitted that.";
        }
    }
}
