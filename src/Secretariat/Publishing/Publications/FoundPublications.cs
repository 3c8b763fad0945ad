using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>Publications that everybody may take, by their title and what is said of them.</summary>
public sealed class FoundPublications : IFoundByVisitors
{
    public string Kind => "site-publication";
    public string Heading => "Publications";

    public Guid? Of(Record saved) => (saved as Publication)?.Id;

    public IQueryable<Guid> All(Db db) => Open(db).Select(p => p.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await Open(db).Where(p => ids.Contains(p.Id)).ToListAsync(ct)).Select(p => new SearchWords(p.Id, p.Title, $"{p.FileWords()} · {p.Summary}", p.Path, p.Date))];

    public async Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await services.GetRequiredService<PublishedFiles>().Shown().Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);

    private static IQueryable<Publication> Open(Db db) => db.Set<Publication>().AsNoTracking().Where(p => p.State == WebState.Published && p.Circulation == Circulation.Public);
}

/// <summary>All of them for staff, whatever their state.</summary>
public sealed class SearchedPublications : ISearchable
{
    public string Kind => "publication";
    public string Heading => "Publications";

    public Guid? Of(Record saved) => (saved as Publication)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Publication>().Select(p => p.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Publication>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct))
            .Select(p => new SearchWords(p.Id, p.Title, $"{p.FileWords()} · {p.Circulation.Words()} · {p.Summary} {p.FiguresSource}", $"/desk/publications/{p.Id}", p.Date))];
}
