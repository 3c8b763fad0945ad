using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual.Public;

/// <summary>The one reader of annual reports for visitors: what was released, as it was approved.</summary>
public sealed class ReleasedReports(Db db) : ISitemapPart
{
    public IQueryable<AnnualReport> Shown() => db.Set<AnnualReport>().AsNoTracking().Where(r => r.State == AnnualState.Released);

    public async Task<IReadOnlyList<string>> Paths(CancellationToken ct) =>
        [.. (await Shown().OrderBy(r => r.Year).ToListAsync(ct)).SelectMany(r => r.Approved!.Members.Select(m => $"{r.Path}/{m.Code}").Prepend(r.Path))];
}

/// <summary>Annual reports as visitors find them: by their introduction and by what each member says.</summary>
public sealed class FoundReports(Sites sites) : IFoundByVisitors
{
    public string Kind => "site-annual-report";
    public string Heading => "Annual reports";

    public Guid? Of(Record saved) => (saved as AnnualReport)?.Id;

    public IQueryable<Guid> All(Db db) => new ReleasedReports(db).Shown().Select(r => r.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await new ReleasedReports(db).Shown().Where(r => ids.Contains(r.Id)).ToListAsync(ct)).Select(r => new SearchWords(r.Id, r.Title, $"{r.Approved!.Introduction} {string.Join(' ', r.Approved.Members.Select(m => $"{m.Name}: {m.Story}"))}", r.Path, r.ReleasedAt!.Value.DateIn(sites.Current.Zone)))];

    public async Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await services.GetRequiredService<ReleasedReports>().Shown().Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
}
