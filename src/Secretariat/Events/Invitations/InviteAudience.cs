using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Events.Letters;
using Secretariat.Members.Asks;
using Secretariat.Members.Audiences;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Invitations;

/// <summary>Asks an audience to an event: who is in it today is written down with the reason, and each gets a letter, their PA one in copy.</summary>
public sealed class InviteAudience(Db db, ReadAudience audiences, FreezeBatch freeze, EventPost post, Sites sites)
{
    private const string List = "invitations";
    public const string OfKind = "kind", OfThemes = "themes";

    /// <summary>The audience that a choice on the page means.</summary>
    public async Task<Audience> Chosen(Event at, string? choice, CancellationToken ct)
    {
        var kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == at.Kind, ct);
        if (choice == OfKind) return new Audience(OfKind, $"As usual for: {kind.Name}", [.. kind.Audience.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(AudienceLine.Parse)]);
        if (choice == OfThemes && at.Themes.Count > 0) return new Audience(OfThemes, "Everybody in a member whose work has its themes", [.. at.Themes.Select(t => new AudienceLine(LineKind.AnyOf, "theme", t)), new AudienceLine(LineKind.Also, "position-in-member")]);
        return await db.Set<Audience>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == choice, ct) ?? throw new RuleBroken("Choose whom to invite.", "Audience");
    }

    /// <summary>Who would be asked, without those who were asked already.</summary>
    public async Task<IReadOnlyList<Chosen>> Preview(Event at, Audience audience, DateOnly today, CancellationToken ct)
    {
        var there = await db.Set<Invitee>().Where(i => i.Event == at.Id && i.Person != null).Join(db.Set<Person>(), i => i.Person, p => p.Id, (i, p) => p.Canonical).ToHashSetAsync(ct);
        return [.. (await audiences.On(audience, today, List, ct)).Where(c => !there.Contains(c.Person)).DistinctBy(c => c.Person)];
    }

    /// <returns>How many invitations were written.</returns>
    public Task<int> Run(Guid id, string? choice, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var at = await Locked(db, id, ct);
        if (at.State != EventState.Announced) throw new RuleBroken("Announce the event first: people are asked to what has a time and a place.");
        if (at.When.StartsAt <= now) throw new RuleBroken("The event has begun.");
        var today = now.DateIn(sites.Current.Zone);
        var chosen = await Preview(at, await Chosen(at, choice, ct), today, ct);
        if (!chosen.Any(c => c.Gets)) throw new RuleBroken("Nobody in this audience is still to be asked.", "Audience");
        var roles = await Roles([.. chosen.Select(c => c.Person)], today, ct);
        List<Invitee> invitees = [.. chosen.Select(c => new Invitee(at.Id, c.Person, c.Name, roles[c.Person].FirstOrDefault()?.Words ?? "", roles[c.Person].FirstOrDefault()?.Organisation, c.Reason, c.LeftOut ?? (EmailAddress.TryParse(c.Address) is null ? "Has no e-mail address." : null), now))];
        db.AddRange(invitees);
        await db.Save(by, "Invite audience", ct);
        await Write(at, invitees, chosen.ToDictionary(c => c.Person, c => c.Address), by, today, now, ct);
        return invitees.Count(i => i.LeftOut is null);
    }, ct);

    private async Task Write(Event at, List<Invitee> invitees, Dictionary<Guid, string> addresses, Actor by, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == at.Kind, ct);
        var batch = new BatchPlan(Guid.CreateVersion7(), EventInvited.ClassName, $"Invitation: {at.Title}", Priority.Service, now) { About = at.Id };
        var pas = await ActingPas.For(db, [.. invitees.Select(i => i.Person!.Value)], today, ct);
        foreach (var invitee in invitees.Where(i => i.LeftOut is null))
        {
            // It asks, so it counts among what this person was asked, and nobody is reminded of it tomorrow.
            Asked(batch.Id, InviteAsks.Of(at, kind, invitee, invitee.Person!.Value, invitee.Name, addresses[invitee.Person.Value]), now);
            foreach (var pa in pas[invitee.Person.Value])
                Asked(post.One(at, EventInvited.ClassName, "Invitation", pa.Name, pa.Email, pa.Person, invitee.Id, actsFor: invitee.Name), InviteAsks.Of(at, kind, invitee, pa.Person, pa.Name, pa.Email, invitee.Name), now);
        }
        await db.SaveUnaudited(ct);
        await freeze.Run(batch, invitees.Select(i => new Recipient(i.Person, addresses[i.Person!.Value], EventLetter.Merge(i.Name, i.Id), i.LeftOut)), by, ct);
    }

    private void Asked(Guid batch, Platform.Contracts.Ask ask, DateTimeOffset now)
    {
        var letter = new AskLetter(ask.Person, AskWay.OwnLetter, [ask], now);
        letter.Posted(batch);
        db.Add(letter);
    }

    private sealed record RoleOf(string Words, Guid Organisation);

    private async Task<ILookup<Guid, RoleOf>> Roles(List<Guid> people, DateOnly day, CancellationToken ct) =>
        (await (from position in db.Set<Position>()
                where people.Contains(position.Person) && position.From <= day && (position.To == null || day <= position.To)
                join body in db.Set<Organisation>() on position.Organisation equals body.Id
                orderby body.Kind == OrganisationKind.Member descending
                select new { position.Person, position.Kind, position.Organisation, body.ShortName }).ToListAsync(ct))
        .OrderBy(p => p.Kind).ToLookup(p => p.Person, p => new RoleOf($"{p.Kind.Words()}, {p.ShortName}", p.Organisation));

    /// <summary>Held until the end of the transaction: whoever else counts places or answers waits.</summary>
    internal static async Task<Event> Locked(Db db, Guid id, CancellationToken ct)
    {
        await Lock(db, id, ct);
        return await db.Set<Event>().SingleAsync(e => e.Id == id, ct);
    }

    internal static Task Lock(Db db, Guid id, CancellationToken ct) => db.Set<Event>().Where(e => e.Id == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Slug, e => e.Slug), ct);
}
