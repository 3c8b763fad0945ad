using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Lines;

/// <summary>Says what may be said. A view of the network's passes the gate; other words are held against those that were put to members.</summary>
public sealed class SetLine(Db db, ReleaseStatement door, PutToMembers words, Sites sites)
{
    public async Task<Line> Facts(string? theme, string? text, string? source, DateOnly? until, Actor by, DateTimeOffset now, CancellationToken ct) =>
        await Keep(Line.Facts(theme, text, source, until, by.Name, now.DateIn(sites.Current.Zone), now), by, ct);

    public async Task<Line> OfMember(string? theme, string? text, LineVoice voice, DateOnly? until, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.Set<Organisation>().AnyAsync(o => o.Id == voice.Member && o.Kind == OrganisationKind.Member, ct)) throw new RuleBroken("Say which member it is: nobody speaks for all of them.", "Member");
        return await Keep(Line.OfMember(theme, text, voice, until, by.Name, now.DateIn(sites.Current.Zone), now), by, ct);
    }

    public async Task<Line> OfNetwork(string? theme, Guid? mandate, DateOnly? until, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (mandate is not { } id || await db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } found) throw new RuleBroken("Choose the mandate: the network has no view but what members agreed to.", "Mandate");
        await door.Run(await door.Of(found, ct), id, "a line", id, by, ct);
        var today = now.DateIn(sites.Current.Zone);
        if (until > found.Until) throw new RuleBroken($"Its mandate ends on {found.Until!.Value.Plain()}, and the line with it.", "Until");
        if (await db.Set<Line>().AnyAsync(l => l.Mandate == id && l.Theme == theme && l.EndedAt == null && (l.Until == null || l.Until >= today), ct)) throw new RuleBroken("There is a line under this mandate on this theme already.", "Mandate");
        return await Keep(Line.OfNetwork(theme, id, until ?? found.Until, by.Name, now.DateIn(sites.Current.Zone), now), by, ct);
    }

    private async Task<Line> Keep(Line line, Actor by, CancellationToken ct)
    {
        if (!await db.Set<Theme>().AnyAsync(t => t.Code == line.Theme, ct)) throw new RuleBroken("Choose one of the themes.", "Theme");
        var known = await words.All(ct);
        foreach (var (field, found) in new[] { ("Text", PutToMembers.InPlain(line.Text, known)), ("Source", PutToMembers.InLine(line.Source ?? "", known)) })
        {
            if (found is not { } round) continue;
            // Kept, whatever becomes of it: somebody tried to say as facts what members were asked about.
            db.Note(by, ReleaseStatement.RefusedVerb, nameof(Line), line.Id, ("Channel", "a line"), ("Carrier", "/desk/lines"), ("Why", round.Refusal));
            await db.SaveUnaudited(ct);
            throw new RuleBroken(round.Refusal, field);
        }
        db.Add(line);
        await db.Save(by, "Set line", ct);
        return line;
    }
}
