using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Play;

/// <summary>Finds what the sample year names by its key.</summary>
internal static class PlayNames
{
    public const string File = "year/influence.yaml";
    public static readonly Actor Team = new(null, "the sample year’s team");

    public static async Task<Guid> Organisation(this Db db, string? code, CancellationToken ct) =>
        await db.Set<Organisation>().Where(o => o.Code == code).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct) ?? throw new RuleBroken($"The sample year’s organisation “{code}” is not here.");

    public static async Task<IReadOnlyList<Guid>> People(this Db db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        await db.Set<Person>().Where(p => p.PackKey != null && keys.Contains(p.PackKey)).Select(p => p.Canonical).ToListAsync(ct);

    public static async Task<Guid> Person(this Db db, string key, CancellationToken ct) => (await db.People([key], ct)) is [var one] ? one : throw new RuleBroken($"The sample year’s “{key}” is not among its people.");

    public static DateTimeOffset Now(this IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
