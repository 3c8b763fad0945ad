using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>Takes what people say of their details, and what staff do with it.</summary>
public sealed class AnswerCheck(Db db)
{
    /// <summary>All of it is right: for one person, or for many of whom it was said at once.</summary>
    public Task Right(IReadOnlyCollection<Guid> people, CheckWay way, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        foreach (var person in people) db.Add(DetailsCheck.Right(person, way, by.Name, now));
        await db.Save(by, "Check details", ct);
    }, ct);

    public Task Wrong(Guid id, Correction correction, CheckWay way, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var check = DetailsCheck.Wrong(person, correction, way, now);
        // Whoever writes once more means the last.
        db.RemoveRange(await db.Set<DetailsCheck>().Where(c => c.SettledAt == null && db.SameAs(id).Contains(c.Person)).ToListAsync(ct));
        db.Add(check);
        await db.Save(by, "Correct details", ct);
    }, ct);

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
