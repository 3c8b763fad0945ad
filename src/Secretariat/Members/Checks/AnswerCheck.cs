using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>Takes what people say of their details, and what staff do with it.</summary>
public sealed class AnswerCheck(Db db)
{
    private static readonly TimeSpan OnePress = TimeSpan.FromHours(1);

    /// <summary>All of it is right: for one person, or for many of whom it was said at once.</summary>
    public Task Right(IReadOnlyCollection<Guid> people, CheckWay way, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        foreach (var person in people)
        {
            // Whoever says so takes back what was written before, by them or by somebody who had their letter.
            var waits = await Waiting(person).ToListAsync(ct);
            db.RemoveRange(waits);
            // A second press says nothing new.
            if (waits.Count == 0 && await Freshness.Last(db, person, ct) is { } last && last.SettledAt > now - OnePress) continue;
            db.Add(DetailsCheck.Right(person, way, by.Name, now));
        }
        await db.Save(by, "Check details", ct);
    }, ct);

    public Task Wrong(Guid id, Correction correction, CheckWay way, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var check = DetailsCheck.Wrong(person, correction, way, now);
        // Whoever writes once more means the last. A letter may have been passed on: by its link nobody takes away what was said signed in.
        db.RemoveRange(await Waiting(id).Where(c => way != CheckWay.Link || c.Way == CheckWay.Link).ToListAsync(ct));
        db.Add(check);
        await db.Save(by, "Correct details", ct);
    }, ct);

    private IQueryable<DetailsCheck> Waiting(Guid person) => db.Set<DetailsCheck>().Where(c => c.SettledAt == null && db.SameAs(person).Contains(c.Person));

    /// <param name="takes">Whether it is put into the record, or set aside.</param>
    public Task Settle(Guid id, bool takes, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var check = await db.Set<DetailsCheck>().SingleAsync(c => c.Id == id, ct);
        var person = await db.Set<Person>().SingleAsync(p => db.Set<Person>().Any(r => r.Id == check.Person && r.Canonical == p.Id), ct);
        if (takes) check.TakeOver(person, by.Name, now);
        else check.SetAside(by.Name, now);
        await db.Save(by, takes ? "Take over correction" : "Set aside correction", ct);
    }, ct);
}
