using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

/// <summary>An invitation goes with a position: whoever has left the organisation for which they were asked reads, answers and gets nothing by it any more.</summary>
public static class StillHeld
{
    /// <summary>Those who still hold some position where they held one when they were asked, by whichever record; and those who were asked for themselves.</summary>
    public static IQueryable<Invitee> ThereOn(this IQueryable<Invitee> invitees, Db db, DateOnly day) => invitees.Where(i => i.Organisation == null || i.Person == null
        || db.Set<Position>().Any(p => p.Organisation == i.Organisation && p.From <= day && (p.To == null || day <= p.To) && db.Set<Person>().Any(r => r.Id == p.Person && db.Set<Person>().Any(o => o.Id == i.Person && o.Canonical == r.Canonical))));
}
