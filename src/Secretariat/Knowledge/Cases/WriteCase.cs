using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Cases;

/// <summary>Writes a case and each further version of it.</summary>
public sealed class WriteCase(Db db, Sites sites)
{
    /// <param name="others">Members whose practice it is as well.</param>
    public Task<PracticeCase> New(Guid member, IReadOnlyList<Guid> others, CaseDraft draft, bool invented, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // There is no row yet that could be held, and of two presses the second finds the first.
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7203127)", ct);
        await Check([member, .. others], draft, now, ct);
        var slug = Slugs.From(draft.Title) is { Length: > 0 } title ? title : "case";
        var taken = await db.Set<PracticeCase>().Where(c => c.Slug.StartsWith(slug)).Select(c => c.Slug).ToListAsync(ct);
        var made = new PracticeCase(Slugs.Free(slug, taken.ToHashSet()), member) { Invented = invented };
        var first = made.Write(others, draft, by, now);
        var same = await db.Set<CaseVersion>().Where(v => v.Title == first.Title && v.Number == 1).Join(db.Set<PracticeCase>().Where(c => c.Member == member && c.Versions == 1 && (c.State == CaseState.Draft || c.State == CaseState.Waiting)), v => v.Of, c => c.Id, (v, c) => new { v, c }).FirstOrDefaultAsync(ct);
        if (same is not null && same.v.Hash() == first.Hash()) return same.c;
        db.AddRange(made, first);
        await db.Save(by, "Write case", ct);
        return made;
    }, ct);

    /// <param name="others">Null when they stay as they were.</param>
    /// <param name="from">The number of the version that was on the page: whoever saved meanwhile is not written over unseen.</param>
    public Task<CaseVersion> Change(Guid id, int from, IReadOnlyList<Guid>? others, CaseDraft draft, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.LockedCase(id, ct);
        var last = await db.Set<CaseVersion>().SingleAsync(v => v.Id == of.Latest, ct);
        others ??= [.. last.Members.Where(m => m != of.Member)];
        await Check([of.Member, .. others], draft, now, ct);
        if (of.Versions != from) throw new RuleBroken($"{last.WrittenBy} saved version {of.Versions} while you were writing. Your text is still below: open the page in a second window, compare, and save again.", "From");
        var next = of.Write(others, draft, by, now);
        if (next.Hash() == last.Hash())
        {
            db.ChangeTracker.Clear();
            return last;
        }
        db.Add(next);
        await db.Save(by, "Change case", ct);
        return next;
    }, ct);

    public Task Offer(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.LockedCase(id, ct);
        of.Offer(await db.Set<CaseVersion>().SingleAsync(v => v.Id == of.Latest, ct), now);
        await db.Save(by, "Offer case", ct);
    }, ct);

    private async Task Check(IReadOnlyList<Guid> members, CaseDraft draft, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<Organisation>().CountAsync(o => members.Contains(o.Id) && o.Kind == OrganisationKind.Member, ct) != members.Distinct().Count()) throw new RuleBroken("Choose the members from the list.", "Member");
        var themes = draft.Themes.Distinct().ToList();
        if (await db.Set<Theme>().CountAsync(t => themes.Contains(t.Code), ct) != themes.Count) throw new RuleBroken("Choose the themes from the list.", "Themes");
        if (draft.Contact is { } contact && (await SpeaksFor.People(db, members, now.DateIn(sites.Current.Zone), ct)).All(p => p.Id != contact)) throw new RuleBroken("Choose somebody who holds a position there today.", "Contact");
    }
}

public static class LockedCases
{
    /// <summary>Locked: of two who act on one at once the second sees what the first has done.</summary>
    public static async Task<PracticeCase> LockedCase(this Db db, Guid id, CancellationToken ct)
    {
        await db.Set<PracticeCase>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Slug, c => c.Slug), ct);
        var of = await db.Set<PracticeCase>().SingleAsync(c => c.Id == id, ct);
        await db.Entry(of).ReloadAsync(ct);
        return of;
    }
}
