using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>Staff give the places away: so many to each member, more to one, some to a sponsor, and a share to whoever asks.</summary>
public sealed class OfferPlaces(Db db, PassOn pass)
{
    /// <summary>To each member, up to so many: pressed twice it offers once.</summary>
    /// <returns>How many members were offered places.</returns>
    public async Task<int> Each(Guid id, int each, DateOnly? nameBy, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await Begin(id, each, nameBy, by, ct);
        return await db.Write(async () =>
        {
            var (at, ticketing) = await Open(id, ct);
            if (each is < 1 or > Ticketing.MostEach) throw new RuleBroken($"Offer each between 1 and {Ticketing.MostEach} places.", "Each");
            var members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member && !db.Set<Allocation>().Any(a => a.Event == id && a.Organisation == o.Id)).Select(o => o.Id).ToListAsync(ct);
            // Whoever was offered fewer before has the rest now: each has at least so many, in whichever order it was pressed.
            var fewer = await db.Set<Allocation>().Where(a => a.Event == id && a.Offered < each && db.Set<Organisation>().Any(o => o.Id == a.Organisation && o.Kind == OrganisationKind.Member)).ToListAsync(ct);
            if (members.Count + fewer.Count == 0) throw new RuleBroken($"Every member has {each} places or more already.", "Each");
            var places = members.Count * each + fewer.Sum(a => each - a.Offered);
            if (!await Counters.Take(db, id, places, ct))
                throw new RuleBroken($"{each} for each of {members.Count + fewer.Count} members are {places} places, and {ticketing.Free} of {ticketing.Places} are free.", "Each");
            foreach (var allocation in fewer) allocation.Offer(each - allocation.Offered);
            db.AddRange(members.Select(m => new Allocation(at.Id, m, each, now)));
            await db.Save(by, "Offer places", ct);
            return members.Count + fewer.Count;
        }, ct);
    }

    /// <summary>More to one member, or places to a sponsor.</summary>
    public async Task To(Guid id, Guid organisation, int places, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await Begin(id, null, null, by, ct);
        await db.Write(async () =>
        {
            var (_, ticketing) = await Open(id, ct);
            if (places < 1) throw new RuleBroken("Offer at least one place.", "Places");
            if (!await Counters.Take(db, id, places, ct)) throw new RuleBroken($"{ticketing.Free} of {ticketing.Places} places {(ticketing.Free == 1 ? "is" : "are")} free.", "Places");
            if (await db.Set<Allocation>().SingleOrDefaultAsync(a => a.Event == id && a.Organisation == organisation, ct) is { } had) had.Offer(places);
            else db.Add(new Allocation(id, organisation, places, now));
            await db.Save(by, "Offer places", ct);
        }, ct);
    }

    /// <summary>How many go to those who ask, whether the public may, and until when people are named.</summary>
    public async Task Set(Guid id, int share, bool forPublic, DateOnly nameBy, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await Begin(id, null, nameBy, by, ct);
        await db.Write(async () =>
        {
            var (at, ticketing) = await Open(id, ct);
            if (share < ticketing.ShareUsed) throw new RuleBroken($"{ticketing.ShareUsed} of them are given or offered already: there cannot be fewer.", "Share");
            if (!await Counters.Share(db, id, share, ct)) throw new RuleBroken($"{(ticketing.Free + ticketing.Share is var most && most == 1 ? "1 place is" : $"{most} places are")} free for it, and no more.", "Share");
            var kept = await db.Set<Ticketing>().SingleAsync(t => t.Event == id, ct);
            await db.Entry(kept).ReloadAsync(ct);
            kept.Set(at, nameBy, forPublic);
            db.Note(by, "Set share of places", nameof(Ticketing), kept.Id, ("Share", $"{share}"));
            await db.Save(by, "Set places", ct);
            await pass.Run(at, now, ct);
        }, ct);
    }

    /// <summary>Counters begin with the first offer. Two that begin at once make one row.</summary>
    private Task Begin(Guid id, int? each, DateOnly? nameBy, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        // The event's own row is the lock for as long as there is no row of counters.
        var at = await Invitations.InviteAudience.Locked(db, id, ct);
        if (await db.Set<Ticketing>().AnyAsync(t => t.Event == id, ct)) return;
        var kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == at.Kind, ct);
        if (!kind.HasTickets) throw new RuleBroken($"A {kind.Name.ToLowerInvariant()} has no tickets: people are invited.");
        db.Add(new Ticketing(at, each ?? kind.PlacesEach, nameBy ?? at.Day.AddDays(-kind.NameDays)));
        await db.Save(by, "Begin places", ct);
    }, ct);

    private async Task<(Event At, Ticketing Ticketing)> Open(Guid id, CancellationToken ct)
    {
        var ticketing = await Counters.Lock(db, id, ct);
        var at = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
        return at.State == EventState.Announced ? (at, ticketing) : throw new RuleBroken(at.State == EventState.Draft ? "Announce the event first: places are offered to what has a time and a place." : $"This event is {at.State.Words()}.");
    }
}
