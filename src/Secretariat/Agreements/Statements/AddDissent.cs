using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements;

/// <summary>Puts an objecting member's paragraph under a text, while the text has not left. Who may speak for the member is asked on the day.</summary>
public sealed class AddDissent(Db db, RoundPost post, IEnumerable<IUnderMandate> carriers, Sites sites)
{
    /// <param name="person">Who says it: somebody who can answer for the member today.</param>
    public Task<Dissent> Run(Guid mandate, Guid elector, Guid person, string? text, Dissenting how, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: a release that is under way comes first and shuts this, or sees the paragraph.
        await db.Set<Mandate>().Where(m => m.Id == mandate).ExecuteUpdateAsync(s => s.SetProperty(m => m.Asked, m => m.Asked), ct);
        var found = await db.Set<Mandate>().SingleAsync(m => m.Id == mandate, ct);
        var asked = await db.Set<Elector>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == elector && e.Round == found.Round, ct) ?? throw new RuleBroken("This round was not put to that member.");
        var voices = await WhoMayAnswer.On(db, asked, now.DateIn(sites.Current.Zone), ct);
        var voice = voices.FirstOrDefault(v => v.Person == person) ?? throw new RuleBroken($"Choose who says it: somebody who can answer for {asked.Name} today.", "Person");
        // The same words again change nothing, and so they void no approval: otherwise one member could hold a text up for ever.
        if (found.Dissents.FirstOrDefault(d => d.Elector == elector) is { } there && there.Says(text)) return there;
        var released = await db.Set<Release>().AnyAsync(r => r.Mandate == mandate && r.CameToNothing == null, ct);
        if (found.Hear(asked, text, how with { Person = person, Name = voice.Name, Capacity = voice.Capacity }, released, now) is { } fresh) db.Add(fresh);
        await db.Save(how.EnteredBy ?? new Actor(person, voice.Name), "Add dissent", ct);
        foreach (var carrier in carriers) await carrier.Stop(mandate, $"{asked.Name} added its paragraph under “{found.Subject}”", how.EnteredBy ?? new Actor(person, voice.Name), ct);
        var said = found.Dissents.Single(d => d.Elector == elector);
        // It goes out in their name, so whoever did not press the button is told what was put there.
        var tell = WhoMayAnswer.Told(voice, how.EnteredBy is { } staff ? staff.Person : how.Through is null ? person : null);
        foreach (var told in voices.Where(v => tell.Contains(v.Person))) await post.Dissented(asked, said, told, ct);
        return said;
    }, ct);
}
