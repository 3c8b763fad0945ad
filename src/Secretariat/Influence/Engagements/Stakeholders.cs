using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <param name="Due">When the next contact is due; null when nobody said.</param>
public sealed record Stakeholder(Guid Id, string Code, string Name, OrganisationKind Kind, string? Owner, int? Rhythm, DateOnly? Last, DateOnly? Due, int Contacts, int Talks, int Promises)
{
    public bool MissedOn(DateOnly today) => Due < today;
}

/// <summary>The organisations that the network keeps in touch with, and how well it does.</summary>
public static class Stakeholders
{
    /// <summary>Those with an owner, a rhythm, a contact or a member that talks to them.</summary>
    public static async Task<IReadOnlyList<Stakeholder>> All(Db db, CancellationToken ct)
    {
        var contacts = await db.Set<Engagement>().Where(e => e.TakenBack == null).GroupBy(e => e.Organisation).Select(g => new { g.Key, Last = g.Max(e => e.On), Count = g.Count() }).ToDictionaryAsync(g => g.Key, ct);
        // Of those on the last day the one that was logged last says when the next is due.
        var lasts = (await db.Set<Engagement>().Where(e => e.TakenBack == null && !db.Set<Engagement>().Any(o => o.Organisation == e.Organisation && o.TakenBack == null && o.On > e.On)).Select(e => new { e.Organisation, e.NextOn, e.At }).ToListAsync(ct)).GroupBy(e => e.Organisation).ToDictionary(g => g.Key, g => g.MaxBy(e => e.At)!.NextOn);
        var talks = await db.Set<MemberTalk>().Where(t => t.EndedOn == null).GroupBy(t => t.Organisation).Select(g => new { g.Key, Count = g.Select(t => t.Member).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var promises = await db.Set<Promise>().Where(p => p.End == null).GroupBy(p => p.Organisation).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var relations = await (from relationship in db.Set<Relationship>().AsNoTracking()
                               join record in db.Set<Person>() on relationship.Owner equals record.Id into records
                               from record in records.DefaultIfEmpty()
                               join person in db.Set<Person>() on record.Canonical equals person.Id into people
                               from person in people.DefaultIfEmpty()
                               select new { relationship, Owner = person == null ? null : person.Name }).ToDictionaryAsync(r => r.relationship.Organisation, ct);
        var ids = contacts.Keys.Concat(talks.Keys).Concat(relations.Keys).ToHashSet();
        var bodies = await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Code, o.Name, o.Kind }).ToListAsync(ct);
        return [.. bodies.Select(o =>
        {
            var (relation, contact) = (relations.GetValueOrDefault(o.Id), contacts.GetValueOrDefault(o.Id));
            var due = Relationship.Due(contact?.Last, lasts.GetValueOrDefault(o.Id), relation?.relationship.RhythmDays, relation?.relationship.Since ?? default);
            return new Stakeholder(o.Id, o.Code, o.Name, o.Kind, relation?.Owner, relation?.relationship.RhythmDays, contact?.Last, due, contact?.Count ?? 0, talks.GetValueOrDefault(o.Id), promises.GetValueOrDefault(o.Id));
        })];
    }
}
