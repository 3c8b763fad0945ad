using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections;

/// <summary>Stops a correction that has gone round. Whoever may answer for a member of the round may do it.</summary>
public sealed class ObjectToCorrection(Db db, RoundPost post, Sites sites)
{
    /// <param name="through">Who pressed the button in the person's name; null when they did it themselves.</param>
    public Task Run(Guid round, Guid correction, Guid elector, Guid person, string? reason, string? through, AnswerWay way, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var asked = await db.Locked(round, ct);
        var found = await db.Set<Correction>().SingleOrDefaultAsync(c => c.Id == correction && c.Round == round, ct) ?? throw new RuleBroken("This correction is none of this round.");
        var member = await db.Set<Elector>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == elector && e.Round == round, ct) ?? throw new RuleBroken("This round was not put to that member.");
        var voices = await WhoMayAnswer.On(db, member, now.DateIn(sites.Current.Zone), ct);
        var voice = voices.FirstOrDefault(v => v.Person == person) ?? throw new RuleBroken($"You hold no position today in which you can answer for {member.Name}. If that is wrong, write to us.");
        found.Object(member, reason, voice, through, way, now);
        await db.Save(new Actor(person, voice.Name), "Object to correction", ct);
        // It is said in their name, so whoever did not press the button is told.
        var tell = WhoMayAnswer.Told(voice, found.ObjectedThrough is null ? person : null);
        foreach (var told in voices.Where(v => tell.Contains(v.Person))) await post.Objected(asked, member, found, told, ct);
    }, ct);
}
