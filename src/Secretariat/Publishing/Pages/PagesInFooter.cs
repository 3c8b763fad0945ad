using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Pages;

/// <summary>The network's own pages at the foot of every page, kept in memory: every page asks for them.</summary>
public sealed class PagesInFooter(IServiceScopeFactory scopes, FirstPages first) : IInFooter, IWatchCommits
{
    private volatile IReadOnlyList<FrontLink>? _links;

    public IReadOnlyCollection<string> Tags { get; } = [nameof(SitePage)];

    public async ValueTask<IReadOnlyList<FrontLink>> Links(CancellationToken ct) => _links ??= await Read(ct);

    public ValueTask Committed(IReadOnlySet<Type> changed, CancellationToken ct)
    {
        if (changed.Contains(typeof(SitePage))) _links = null;
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<FrontLink>> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = await scope.ServiceProvider.GetRequiredService<PublicPages>().Shown()
            .Join(scope.ServiceProvider.GetRequiredService<Db>().Set<SitePage>(), v => v.Page, p => p.Id, (v, p) => new { v.Title, p.Slug, v.InFooter }).ToListAsync(ct);
        return [.. own.Where(p => p.InFooter || SitePage.Owed.Contains(p.Slug)).Select(p => (p.Slug, p.Title))
            .Concat(first.All.Where(f => own.All(o => o.Slug != f.Slug)).Select(f => (f.Slug, f.Words.Title)))
            .OrderBy(p => p.Title, StringComparer.OrdinalIgnoreCase).Select(p => new FrontLink(p.Title, $"/{p.Slug}"))];
    }
}
