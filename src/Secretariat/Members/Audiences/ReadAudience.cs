using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Audiences;

/// <summary>Answers who is in an audience on a day, why, and who is left out, why. Each person and each address comes once.</summary>
public sealed class ReadAudience(Db db, IEnumerable<IAudienceTerm> terms)
{
    private sealed record Row(Guid Id, string Name, string SortName, string Email, string EmailKey);

    /// <summary>How many would get it today, for the words on a button.</summary>
    public async Task<int> Count(Audience audience, DateOnly on, string list, CancellationToken ct) => (await On(audience, on, list, ct)).Count(c => c.Gets);

    /// <param name="list">The list that people may have left: "bulletin".</param>
    /// <returns>Those who get it and those left out, by name.</returns>
    public async Task<IReadOnlyList<Chosen>> On(Audience audience, DateOnly on, string list, CancellationToken ct)
    {
        var chosen = new List<Chosen>();
        var (rows, reasons) = await Selected(audience, on, chosen, ct);
        var gone = await Unsubscribed.From(db, list, ct);
        var holders = new Dictionary<string, string>();
        foreach (var row in rows.OrderBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.Id))
        {
            var left = gone.Sentence(row.Id, row.EmailKey)
                ?? (holders.TryAdd(row.EmailKey, row.Name) ? null : $"Shares the address with {holders[row.EmailKey]}, who gets it.");
            chosen.Add(new Chosen(row.Id, row.Name, row.Email, reasons[row.Id], left));
        }
        chosen.AddRange(await Missing(audience, on, reasons, ct));
        return chosen;
    }

    /// <summary>Everybody the conditions select, as a query.</summary>
    public IQueryable<Guid> People(Audience audience, DateOnly on)
    {
        var lines = audience.Lines;
        var people = lines.Where(l => l.Kind == LineKind.AnyOf).Select(l => Narrowed(db, terms, lines, l, on)).Aggregate((a, b) => a.Union(b));
        return people;
    }

    private async Task<(List<Row> Rows, Dictionary<Guid, string> Reasons)> Selected(Audience audience, DateOnly on, List<Chosen> chosen, CancellationToken ct)
    {
        var lines = audience.Lines;
        var reasons = new Dictionary<Guid, string>();
        var rows = new List<Row>();
        foreach (var line in lines.Where(l => l.Kind == LineKind.AnyOf))
        {
            var ids = Narrowed(db, terms, lines, line, on);
            var reason = TermOf(terms, line).Reason(line.Value);
            foreach (var row in await Rows(db.Set<Person>().Where(p => ids.Contains(p.Id))).ToListAsync(ct))
                if (row.EmailKey.Length > 0 && reasons.TryAdd(row.Id, reason)) rows.Add(row);
            await Merged(TermOf(terms, line).People(db, line.Value, on), ids, reason, reasons, chosen, ct);
        }
        return (rows, reasons);
    }

    /// <summary>Those whom one of the conditions lets in, and none of the others keeps out: people, not records, so that conditions meet in whoever was merged.</summary>
    internal static IQueryable<Guid> Narrowed(Db db, IEnumerable<IAudienceTerm> terms, IReadOnlyList<AudienceLine> lines, AudienceLine enough, DateOnly on)
    {
        var ids = People(enough);
        foreach (var line in lines.Where(l => l.Kind != LineKind.AnyOf))
        {
            var others = People(line);
            ids = line.Kind == LineKind.Also ? ids.Where(id => others.Contains(id)) : ids.Where(id => !others.Contains(id));
        }
        return ids;

        IQueryable<Guid> People(AudienceLine line)
        {
            var records = TermOf(terms, line).People(db, line.Value, on);
            return db.Set<Person>().Where(p => records.Contains(p.Id)).Select(p => p.Canonical).Distinct();
        }
    }

    /// <summary>Whoever was merged gets it as the person they are now; the old record is left out and says so.</summary>
    private async Task Merged(IQueryable<Guid> records, IQueryable<Guid> people, string reason, Dictionary<Guid, string> reasons, List<Chosen> chosen, CancellationToken ct)
    {
        var merged = await db.Set<Person>().Where(p => p.Canonical != p.Id && p.EmailKey != "" && records.Contains(p.Id) && people.Contains(p.Canonical))
            .Join(db.Set<Person>(), p => p.Canonical, c => c.Id, (p, c) => new { p.Id, p.Name, p.Email, Now = c.Name }).ToListAsync(ct);
        foreach (var row in merged)
            if (reasons.TryAdd(row.Id, reason)) chosen.Add(new Chosen(row.Id, row.Name, row.Email, reason, $"Merged into {row.Now}."));
    }

    private async Task<List<Chosen>> Missing(Audience audience, DateOnly on, Dictionary<Guid, string> reasons, CancellationToken ct)
    {
        var missing = new List<Chosen>();
        foreach (var line in audience.Lines.Where(l => l.Kind == LineKind.AnyOf))
        {
            if (TermOf(terms, line).Absent(db, line.Value, on) is not { } absent) continue;
            var found = await absent.Join(db.Set<Person>(), a => a.Person, r => r.Id, (a, r) => new { a.Last, a.First, r.Canonical })
                .Join(db.Set<Person>(), a => a.Canonical, p => p.Id, (a, p) => new { a.Last, a.First, p.Id, p.Name, p.Email, p.EmailKey }).ToListAsync(ct);
            var reason = TermOf(terms, line).Reason(line.Value);
            foreach (var who in found.GroupBy(f => f.Id).Select(f => f.OrderByDescending(x => x.Last ?? DateOnly.MaxValue).First()))
                if (who.EmailKey.Length > 0 && reasons.TryAdd(who.Id, reason))
                    missing.Add(new Chosen(who.Id, who.Name, who.Email, reason, who.Last is { } last ? $"Left: {reason} ended on {last:d MMMM yyyy}." : $"Not yet: {reason} begins on {who.First:d MMMM yyyy}."));
        }
        return missing;
    }

    private static IQueryable<Row> Rows(IQueryable<Person> people) =>
        people.AsNoTracking().Select(p => new Row(p.Id, p.Name, p.SortName, p.Email, p.EmailKey));

    internal static IAudienceTerm TermOf(IEnumerable<IAudienceTerm> terms, AudienceLine line) =>
        terms.FirstOrDefault(t => t.Code == line.Term) ?? throw new RuleBroken($"No condition is called “{line.Term}”.", "Lines");
}
