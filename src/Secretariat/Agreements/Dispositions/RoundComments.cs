using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Dispositions;

/// <param name="Stands">False when it came too late, or its member withdrew: it may be settled, and nothing waits for it.</param>
public sealed record RoundComment(Response Said, string Member, Disposition? Disposition, bool Stands)
{
    public bool Waits => Stands && Disposition is null;
}

/// <summary>The comments of a round with what became of each.</summary>
public static class RoundComments
{
    /// <summary>The comments that stand and that nobody has decided about.</summary>
    public static IQueryable<Response> Waiting(Db db) => Standing(db).Where(r => !db.Set<Disposition>().Any(d => d.Comment == r.Id));

    public static async Task<IReadOnlyList<RoundComment>> Of(Db db, Guid round, CancellationToken ct)
    {
        var lines = await (from said in db.Set<Response>().AsNoTracking()
                           where said.Round == round
                           join elector in db.Set<Elector>() on said.Elector equals elector.Id
                           orderby said.Number
                           select new { said, elector.Name }).ToListAsync(ct);
        var settled = await db.Set<Disposition>().AsNoTracking().Where(d => d.Round == round).ToDictionaryAsync(d => d.Comment, ct);
        var withdrawn = lines.Where(l => l.said.Answer == Answer.Withdrawn).GroupBy(l => l.said.Elector).ToDictionary(g => g.Key, g => g.Max(l => l.said.Number));
        return [.. lines.Where(l => l.said.Comment is not null && l.said.Answer != Answer.Withdrawn)
            .Select(l => new RoundComment(l.said, l.Name, settled.GetValueOrDefault(l.said.Id), !l.said.Late && withdrawn.GetValueOrDefault(l.said.Elector) < l.said.Number))];
    }

    private static IQueryable<Response> Standing(Db db) => db.Set<Response>().Where(r => r.Comment != null && !r.Late && r.Answer != Answer.Withdrawn
        && !db.Set<Response>().Any(w => w.Elector == r.Elector && w.Answer == Answer.Withdrawn && w.Number > r.Number));
}
