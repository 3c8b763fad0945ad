using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

/// <summary>What somebody is asked to and has not turned down, and for a PA what those are asked to whom they act for.</summary>
public sealed class InvitationsOn(Db db) : IWhatIsOn
{
    public async Task<IReadOnlyList<OnLine>> For(Guid person, DateOnly today, int most, CancellationToken ct)
    {
        var voices = (await ActingPas.Voices(db, person, today, ct)).ToList();
        var rows = await (from invitee in db.Set<Invitee>().AsNoTracking().ThereOn(db, today)
                          where invitee.Person != null && voices.Contains(invitee.Person.Value) && invitee.LeftOut == null && invitee.Reply != Reply.NotComing
                          join at in db.Set<Event>() on invitee.Event equals at.Id
                          where at.Day >= today && at.State != EventState.Draft && at.State != EventState.Cancelled
                          orderby at.Day, at.Id
                          select new { at, invitee }).Take(most).ToListAsync(ct);
        var mine = await db.SameAs(person).ToListAsync(ct);
        return [.. rows.Select(r => new OnLine(r.at.Day, mine.Contains(r.invitee.Person!.Value) ? r.at.Title : $"{r.at.Title}, for {r.invitee.Name}", r.invitee.Words(), $"/my/events/{r.invitee.Id}", r.at.Invented))];
    }
}
