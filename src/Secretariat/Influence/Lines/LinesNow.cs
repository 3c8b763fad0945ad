using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Lines;

/// <param name="Shut">Why it is not said although nobody took it away; null while it is.</param>
public sealed record ShownLine(Line Of, string Theme, string Whose, string Text, string? Shut, DateOnly? Until)
{
    /// <summary>A hold that is on it: the words stand, and the secretariat does not say them while it lasts.</summary>
    public string? Held { get; init; }

    public bool IsOn => Shut is null && Held is null;
}

/// <summary>The lines of a day. Words of the network's come from the gate each time, so they are gone when their mandate is.</summary>
public sealed class LinesNow(Db db, ReleaseStatement door, PutToMembers words, MandateReach mandates, Sites sites, TimeProvider clock) : ILinesToday
{
    // A view given to the media is a named member's: what members agreed to together is released, and not said for them on the telephone.
    public async Task<IReadOnlyList<LineToday>> On(string theme, DateOnly today, CancellationToken ct) =>
        [.. (await All(today, theme, ct)).Where(l => l.IsOn && l.Of.Kind != LineKind.Network).Select(l => new LineToday(l.Whose, l.Text, l.Of.Source, l.Until, "/desk/lines"))];

    public async Task<IReadOnlyList<ShownLine>> All(DateOnly today, string? theme, CancellationToken ct)
    {
        var lines = await db.Set<Line>().AsNoTracking().Where(l => l.EndedAt == null && (theme == null || l.Theme == theme) && (l.Until == null || l.Until >= today)).OrderBy(l => l.Theme).ThenBy(l => l.Kind).ThenBy(l => l.At).ToListAsync(ct);
        if (lines.Count == 0) return [];
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var ids = lines.Select(l => l.Member).OfType<Guid>().ToList();
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var (known, there) = (await words.All(ct), await StillThere(lines, today, ct));
        List<ShownLine> shown = [];
        foreach (var line in lines)
        {
            var name = themes.GetValueOrDefault(line.Theme, line.Theme);
            shown.Add(line.Kind switch
            {
                // Members may have been asked about these words since they were set.
                LineKind.Facts => new(line, name, "published facts", line.Text, PutToMembers.InPlain(line.Text, known)?.Refusal, line.Until),
                LineKind.Member => new(line, name, $"{line.Who}, {members.GetValueOrDefault(line.Member!.Value)?.Name}", line.Text,
                    PutToMembers.InPlain(line.Text, known)?.Refusal ?? (line.Person is not null && !there.Contains(line.Id) ? $"{line.Who} holds no position there any more." : null), line.Until),
                _ => await UnderMandate(line, name, ct),
            });
        }
        var held = await Held(lines, members, ct);
        return [.. shown.Select(l => l with { Held = held.GetValueOrDefault(l.Of.Id) }).OrderBy(l => l.Theme, StringComparer.Ordinal)];
    }

    /// <summary>Those that a hold is on, with its sentence. A line is a media offer, so a hold on what is public is on each of them.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> Held(IReadOnlyList<Line> lines, Dictionary<Guid, Organisation> members, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var holds = (await db.Holds(ct)).FindAll(h => h.InForce(now));
        Dictionary<Guid, string> held = [];
        if (holds.Count == 0) return held;
        foreach (var line in lines)
        {
            var agreed = line.Mandate is { } mandate ? await mandates.Of([mandate], ct) : [];
            string[] reach = [Hold.Public, $"theme:{line.Theme}", .. line.Member is { } of && members.TryGetValue(of, out var member) ? [$"member:{member.Code}"] : Array.Empty<string>(), .. agreed];
            if (holds.Find(h => h.Stops(reach, now)) is { } hold) held[line.Id] = $"A hold is on it{(hold.Until is { } until ? $" until {until.Long(sites.Current.Zone)}" : "")}: {hold.Reason}";
        }
        return held;
    }

    /// <summary>The lines whose speaker still holds a position at the member they speak of, by whichever record.</summary>
    private async Task<HashSet<Guid>> StillThere(IReadOnlyList<Line> lines, DateOnly today, CancellationToken ct)
    {
        var (bodies, speakers) = (lines.Select(l => l.Member).OfType<Guid>().ToList(), lines.Select(l => l.Person).OfType<Guid>().ToList());
        var read = await SamePerson.Read(db, speakers, ct);
        var held = (await db.Set<Position>().Where(p => bodies.Contains(p.Organisation) && p.From <= today && (p.To == null || today <= p.To)).Join(db.Set<Person>(), p => p.Person, r => r.Id, (p, r) => new { r.Canonical, p.Organisation }).ToListAsync(ct))
            .Select(h => (h.Canonical, h.Organisation)).ToHashSet();
        return [.. lines.Where(l => l.Person is { } who && l.Member is { } body && read.TryGetValue(who, out var now) && held.Contains((now, body))).Select(l => l.Id)];
    }

    private async Task<ShownLine> UnderMandate(Line line, string theme, CancellationToken ct)
    {
        var mandate = await db.Set<Mandate>().AsNoTracking().SingleAsync(m => m.Id == line.Mandate, ct);
        try
        {
            var text = await door.Look(await door.Of(mandate, ct), mandate.Id, ct);
            return new(line, theme, $"the view of {text.Whose}", SealedFile.Plain(text), null, line.Until ?? text.Until);
        }
        catch (RuleBroken no)
        {
            return new(line, theme, $"the view of {mandate.Whose}", "", no.Message, line.Until);
        }
    }
}
