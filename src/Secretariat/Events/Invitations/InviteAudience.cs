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
public sealed class InviteAudience(Db db, ReadAudience audiences, FreezeBatch freeze, EventWords words, EventPost post, Sites sites)
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
        var asked = await db.Set<Invitee>().Where(i => i.Event == at.Id && i.Person != null && i.LeftOut == null).Join(db.Set<Person>(), i => i.Person, p => p.Id, (i, p) => new { p.Id, p.Canonical }).ToListAsync(ct);
        var there = asked.SelectMany(a => new[] { a.Id, a.Canonical }).ToHashSet();
        return [.. (await audiences.On(audience, today, List, ct)).Where(c => !there.Contains(c.Person)).DistinctBy(c => c.Person)];
    }

    /// <returns>How many invitations were written.</returns>
    public async Task<int> Run(Guid id, string? choice, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await words.Stands(await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == id, ct), by, ct);
        return await Ask(id, choice, by, now, ct);
    }

    private Task<int> Ask(Guid id, string? choice, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var at = await Locked(db, id, ct);
        if (at.State != EventState.Announced) throw new RuleBroken("Announce the event first: people are asked to what has a time and a place.");
        if (at.When.StartsAt <= now) throw new RuleBroken("The event has begun.");
        if (await db.Set<EventKind>().AnyAsync(k => k.Id == at.Kind && k.HasTickets, ct)) throw new RuleBroken("It has tickets: offer places instead, and members say who comes.");
        var today = now.DateIn(sites.Current.Zone);
        var audience = await Chosen(at, choice, ct);
        var chosen = await InItToday(audience, await Preview(at, audience, today, ct), today, ct);
        if (!chosen.Any(c => c.Gets)) throw new RuleBroken("Nobody in this audience is still to be asked.", "Audience");
        var invitees = await Invitees(at, chosen, today, now, ct);
        await db.Save(by, "Invite audience", ct);
        await Write(at, invitees, by, today, now, ct);
        return invitees.Count(i => i.Invitee.LeftOut is null);
    }, ct);

    /// <summary>Those it holds on the day, as the persons they are now, whoever gets a letter first: who begins later is asked later, and a record that was merged is nobody.</summary>
    private async Task<IReadOnlyList<Chosen>> InItToday(Audience audience, IReadOnlyList<Chosen> chosen, DateOnly today, CancellationToken ct)
    {
        var ids = audiences.People(audience, today);
        var current = await db.Set<Person>().Where(p => ids.Contains(p.Id)).Select(p => p.Canonical).ToHashSetAsync(ct);
        return [.. chosen.Where(c => current.Contains(c.Person)).OrderByDescending(c => c.Gets)];
    }

    private sealed record To(Invitee Invitee, string Address);

    private async Task<List<To>> Invitees(Event at, IReadOnlyList<Chosen> chosen, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var leftOut = (await (from invitee in db.Set<Invitee>()
                              where invitee.Event == at.Id && invitee.LeftOut != null
                              join person in db.Set<Person>() on invitee.Person equals person.Id
                              select new { invitee, person.Canonical }).ToListAsync(ct)).ToLookup(l => l.Canonical, l => l.invitee);
        var roles = await Roles([.. chosen.Select(c => c.Person)], today, ct);
        var invitees = new List<To>();
        foreach (var one in chosen)
        {
            if (leftOut[one.Person].FirstOrDefault() is { } before)
            {
                if (!one.Gets) continue;
                before.AskAfterAll(one.Reason, now);
                invitees.Add(new(before, one.Address));
                continue;
            }
            var role = roles[one.Person].FirstOrDefault();
            var invitee = new Invitee(at.Id, one.Person, one.Name, role?.Words ?? "", role?.Organisation, one.Reason, one.LeftOut ?? (EmailAddress.TryParse(one.Address) is null ? "Has no e-mail address." : null), now);
            db.Add(invitee);
            invitees.Add(new(invitee, one.Address));
        }
        return invitees;
    }

    private async Task Write(Event at, List<To> invitees, Actor by, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == at.Kind, ct);
        var batch = new BatchPlan(Guid.CreateVersion7(), EventInvited.ClassName, $"Invitation: {at.Title}", Priority.Service, now) { About = at.Id };
        var pas = await ActingPas.For(db, [.. invitees.Select(i => i.Invitee.Person!.Value)], today, ct);
        foreach (var (invitee, address) in invitees.Where(i => i.Invitee.LeftOut is null))
        {
            // It asks, so it counts among what this person was asked, and nobody is reminded of it tomorrow.
            Asked(batch.Id, InviteAsks.Of(at, kind, invitee, invitee.Person!.Value, invitee.Name, address), now);
            foreach (var pa in pas[invitee.Person.Value])
                Asked(post.One(at, new(EventInvited.ClassName, "Invitation"), pa.Person, pa.Email, EventLetter.Merge(pa.Name, invitee.Id, invitee.Name)), InviteAsks.Of(at, kind, invitee, pa.Person, pa.Name, pa.Email, invitee.Name), now);
        }
        await db.SaveUnaudited(ct);
        await freeze.Run(batch, invitees.Select(i => new Recipient(i.Invitee.Person, i.Address, EventLetter.Merge(i.Invitee.Name, i.Invitee.Id), i.Invitee.LeftOut)), by, ct);
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
                where position.From <= day && (position.To == null || day <= position.To)
                join record in db.Set<Person>() on position.Person equals record.Id
                where people.Contains(record.Canonical)
                join body in db.Set<Organisation>() on position.Organisation equals body.Id
                select new { Person = record.Canonical, position.Kind, position.Organisation, body.ShortName, Ours = body.Kind == OrganisationKind.Member }).ToListAsync(ct))
        .OrderByDescending(p => p.Ours).ThenBy(p => p.Kind).ThenBy(p => p.ShortName, StringComparer.Ordinal).ToLookup(p => p.Person, p => new RoleOf($"{p.Kind.Words()}, {p.ShortName}", p.Organisation));

    /// <summary>Held until the end of the transaction: whoever else counts places or answers waits.</summary>
    internal static async Task<Event> Locked(Db db, Guid id, CancellationToken ct)
    {
        await Lock(db, id, ct);
        return await db.Set<Event>().SingleAsync(e => e.Id == id, ct);
    }

    internal static Task Lock(Db db, Guid id, CancellationToken ct) => db.Set<Event>().Where(e => e.Id == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Slug, e => e.Slug), ct);
}
