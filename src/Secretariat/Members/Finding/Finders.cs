using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Areas;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Finding;

/// <summary>Everything that finding answers from, as it was read at one moment.</summary>
/// <param name="Stamp">Changes when any of it changes.</param>
public sealed record FinderState(string Stamp, Finder Finder, Places Places, AreaShapes Areas);

/// <summary>Keeps the one <see cref="FinderState"/> in memory, so that an answer asks no database.</summary>
public sealed class Finders(IServiceScopeFactory scopes) : IWatchCommits
{
    private static readonly HashSet<Type> Watched = [typeof(Organisation), typeof(FinderFile)];
    private volatile FinderState? _current;

    public FinderState Current => _current ?? Read();

    public ValueTask Committed(IReadOnlySet<Type> changed, CancellationToken ct)
    {
        if (changed.Overlaps(Watched)) _current = null;
        return ValueTask.CompletedTask;
    }

    /// <summary>Another process may have imported a pack or renamed a member: reads again when the stamp differs.</summary>
    public async Task Refresh(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (_current?.Stamp != Stamp(await db.Set<FinderFile>().OrderBy(f => f.Name).Select(f => f.Hash).ToListAsync(ct), await Members(db).ToListAsync(ct)))
            Read();
    }

    private FinderState Read()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var members = Members(db).ToList();
        var files = db.Set<FinderFile>().AsNoTracking().OrderBy(f => f.Name).ToList();
        byte[]? Content(string name) => files.Find(f => f.Name == name)?.Content();

        var rules = Content(FinderFile.Rules) is { } csv ? PostcodeRules.Read(Encoding.UTF8.GetString(csv)) : PostcodeRules.None;
        var places = Content(FinderFile.Places) is { } list && JsonSerializer.Deserialize<PlaceList>(list) is { } councils ? new Places(councils.Districts, councils.Later) : Places.None;
        var areas = Content(FinderFile.Areas) is { } json ? AreaShapes.Read(json) : AreaShapes.None;
        var finder = new Finder(rules, places, members.ToDictionary(m => m.Code, m => m.Name));
        return _current = new(Stamp([.. files.Select(f => f.Hash)], members), finder, places, areas);
    }

    private sealed record Named(string Code, string Name);

    private static IQueryable<Named> Members(Db db) =>
        db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.Code).Select(o => new Named(o.Code, o.Name));

    private static string Stamp(IReadOnlyList<string> hashes, IReadOnlyList<Named> members) => string.Join('\n', [.. hashes, .. members.Select(m => $"{m.Code} {m.Name}")]);
}
