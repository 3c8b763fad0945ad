using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Searching;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Cases;

// Made by properties, not by a constructor: a query can then be built on.
public sealed record CaseRow
{
    public PracticeCase Of { get; init; } = null!;
    public CaseVersion Words { get; init; } = null!;
}

/// <summary>The one reader of cases for whoever did not write them: what is shared with members, and of that what everybody may read.</summary>
public sealed class SharedCases(Db db) : ISitemapPart
{
    /// <param name="members">All that is shared; otherwise only what stands on the website.</param>
    public IQueryable<CaseRow> Shown(bool members = false) =>
        from one in db.Set<PracticeCase>().AsNoTracking()
        where one.State == CaseState.Shared && (members || one.PublicAt != null)
        join version in db.Set<CaseVersion>().AsNoTracking() on one.Shown equals version.Id
        select new CaseRow { Of = one, Words = version };

    /// <summary>Narrowed as a reader asks for it.</summary>
    public IQueryable<CaseRow> Found(bool members, string? theme, Guid? member, string? words)
    {
        var query = Shown(members);
        if (!string.IsNullOrEmpty(theme)) query = query.Where(r => r.Words.Themes.Contains(theme));
        if (member is { } whose) query = query.Where(r => r.Words.Members.Contains(whose));
        foreach (var part in SearchTerms.Read(words).Parts) query = query.Where(r => r.Words.Kept.Contains(part));
        return (members ? query.OrderByDescending(r => r.Of.SharedAt) : query.OrderByDescending(r => r.Of.PublicAt)).ThenByDescending(r => r.Of.Id);
    }

    public async Task<IReadOnlyList<string>> Paths(CancellationToken ct) => await Shown().AnyAsync(ct) ? ["/practice", .. await Shown().OrderByDescending(r => r.Of.SharedAt).Take(10_000).Select(r => "/practice/" + r.Of.Slug).ToListAsync(ct)] : [];
}
