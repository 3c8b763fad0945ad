using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Minutes;

public sealed record TakenOn(Guid Person, string? What, DateOnly? Due);

/// <summary>Writes the minutes down, with the actions that people took on.</summary>
public sealed class WriteMinutes(Db db)
{
    /// <param name="version">The event as it was when the form was opened; null when none was.</param>
    public Task Run(Guid id, string? text, IReadOnlyList<TakenOn> actions, Actor by, DateTimeOffset now, CancellationToken ct, int? version = null) => db.Write(async () =>
    {
        var at = await InviteAudience.Locked(db, id, ct);
        if (version is { } read) db.Expect(at, read);
        at.WriteMinutes(text, now);
        // The same thing taken on twice by the same person is a second press.
        var there = (await db.Set<EventAction>().Where(a => a.Event == id && a.Person != null).Select(a => new { a.Person, a.What }).ToListAsync(ct)).Select(a => (a.Person!.Value, a.What)).ToHashSet();
        foreach (var action in actions)
        {
            var name = await db.Set<Person>().Where(p => p.Id == action.Person && p.EmailKey != "").Select(p => p.Name).SingleOrDefaultAsync(ct) ?? throw new RuleBroken("Say who takes it on.", "Who");
            var taken = new EventAction(id, action.Person, name, action.What, action.Due ?? throw new RuleBroken("Say by when it is to be done.", "Due"), now.DateIn(at.When.ZoneInfo), now);
            if (there.Add((action.Person, taken.What))) db.Add(taken);
        }
        await db.Save(by, "Write minutes", ct);
    }, ct);
}
