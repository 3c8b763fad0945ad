using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Web;

/// <summary>The one <see cref="Site"/>, kept in memory: every page and letter asks for its name and zone.</summary>
public sealed class Sites(IServiceScopeFactory scopes) : IWatchCommits
{
    private volatile Site? _current;

    public Site Current => _current ??= Read();

    /// <summary>After a change; the next reader asks the database again.</summary>
    public void Forget() => _current = null;

    public ValueTask Committed(IReadOnlySet<Type> changed, CancellationToken ct)
    {
        if (changed.Contains(typeof(Site))) Forget();
        return ValueTask.CompletedTask;
    }

    private Site Read()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Db>().Set<Site>().AsNoTracking().OrderBy(s => s.Id).FirstOrDefault() ?? new Site();
    }
}
