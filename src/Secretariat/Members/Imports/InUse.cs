using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>Who is pointed at from anywhere: letters, answers, seats, sign-ins. Asked of the model, so that a later feature is asked too.</summary>
public sealed class InUse(Db db)
{
    private static readonly MethodInfo Asked = typeof(InUse).GetMethod(nameof(Among), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <returns>Of those who are, by what, as a clause.</returns>
    public async Task<Dictionary<Guid, string>> People(IReadOnlyList<Guid> people, IReadOnlyCollection<Type> except, CancellationToken ct)
    {
        var used = new Dictionary<Guid, string>();
        if (people.Count == 0) return used;
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !except.Contains(e.ClrType) && e.FindProperty("Person") is { } p && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)))
            foreach (var id in await (Task<List<Guid>>)Asked.MakeGenericMethod(entity.ClrType).Invoke(this, [people, entity.FindProperty("Person")!.IsNullable, ct])!)
                used.TryAdd(id, $"there is a {AuditChange.Words(entity.ClrType.Name).ToLowerInvariant()} with their name");
        return used;
    }

    private Task<List<Guid>> Among<T>(IReadOnlyList<Guid> people, bool nullable, CancellationToken ct) where T : class => nullable
        ? db.Set<T>().Where(e => EF.Property<Guid?>(e, "Person") != null && people.Contains(EF.Property<Guid?>(e, "Person")!.Value)).Select(e => EF.Property<Guid?>(e, "Person")!.Value).Distinct().ToListAsync(ct)
        : db.Set<T>().Where(e => people.Contains(EF.Property<Guid>(e, "Person"))).Select(e => EF.Property<Guid>(e, "Person")).Distinct().ToListAsync(ct);
}
