using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Letters;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

/// <param name="Through">Who answers, when it is not the one who was asked.</param>
/// <param name="ThroughPerson">The same when they are signed in or have a link of their own.</param>
public sealed record GivenReply(Guid Invitee, Reply Reply, NamedDeputy? Deputy = null, string? Through = null, Guid? ThroughPerson = null);

/// <summary>Takes answers to invitations, never more than there are places.</summary>
public sealed class AnswerInvitation(Db db, EventPost post)
{
    public Task Run(Guid id, GivenReply given, Actor by, DateTimeOffset now, CancellationToken ct) => Run(id, [given], by, now, ct);

    public Task Run(Guid id, IReadOnlyList<GivenReply> given, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked before the places are counted: of two who want the last one, the second finds it taken.
        var at = await InviteAudience.Locked(db, id, ct);
        if (at.State == EventState.Cancelled) throw new RuleBroken("This event does not take place.");
        if (at.State != EventState.Announced || at.When.StartsAt <= now) throw new RuleBroken("The event has begun, and answers are no longer taken.");
        var ids = given.Select(g => g.Invitee).ToList();
        var invitees = await db.Set<Invitee>().Where(i => i.Event == id && ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        var free = at.Capacity is { } places ? places - await db.Set<Invitee>().CountAsync(i => i.Event == id && (i.Reply == Reply.Coming || i.Reply == Reply.Deputy), ct) : int.MaxValue;
        foreach (var reply in given)
        {
            var invitee = invitees[reply.Invitee];
            var (had, before) = (invitee.TakesPlace, Said(invitee));
            invitee.Answer(reply, now);
            free += (had ? 1 : 0) - (invitee.TakesPlace ? 1 : 0);
            if (free < 0) throw new RuleBroken($"All {at.Capacity} places are taken. Nothing was recorded; look again nearer the day, when somebody may have given theirs back.", "Reply");
            // The same answer once more is a second press, and is told to nobody.
            if (Said(invitee) != before) await Tell(at, invitee, before, ct);
        }
        await db.Save(by, "Answer invitation", ct);
    }, ct);

    private sealed record Given(Reply Reply, string? DeputyName, string? DeputyEmail, string? DeputyKey, string? DeputyRole, int Number, string? Through);

    private static Given Said(Invitee i) => new(i.Reply, i.DeputyName, i.DeputyEmail, i.DeputyKey, i.DeputyRole, i.DeputiesNamed, i.Through);

    private async Task Tell(Event at, Invitee invitee, Given before, CancellationToken ct)
    {
        if (before.DeputyEmail is { } was && before.DeputyKey != invitee.DeputyKey)
            post.One(at, new(EventOff.ClassName, "Not needed as a deputy", EventOff.ToDeputy), null, was, EventLetter.Merge(before.DeputyName!, invitee.Id, deputy: before.Number, inPlaceOf: invitee.Name));
        if (invitee.DeputyEmail is { } address && invitee.DeputyKey != before.DeputyKey)
            post.One(at, new(EventInvited.ClassName, "For a deputy", EventInvited.ToDeputy), null, address, EventLetter.Merge(invitee.DeputyName!, invitee.Id, deputy: invitee.DeputiesNamed, inPlaceOf: invitee.Name));
        if (invitee.Through is null || invitee.Person is not { } person) return;
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.EmailKey != "" && db.Set<Person>().Any(o => o.Id == person && o.Canonical == p.Id), ct) is { } told)
            post.One(at, new(ReplyRecorded.ClassName, "Answer recorded", invitee.Id.ToString()), told.Id, told.Email, EventLetter.Merge(told.Name, invitee.Id));
    }
}
