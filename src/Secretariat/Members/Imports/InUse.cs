using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>Who is pointed at from anywhere: letters, answers, seats, sign-ins. Asked of the model, so that a later feature is asked too.</summary>
public sealed class InUse(Db db)
{
    private static readonly MethodInfo Asked = typeof(InUse).GetMethod(nameof(Among), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>What columns are called that name a person without a foreign key.</summary>
    private static readonly string[] Columns =
    [
        "Person", "ThroughPerson", "ByPerson", "EnteredBy", "Approver", "Publisher", "Writer", "Author", "Beginner", "Sender", "Settler", "Speaker", "Owner",
        "TakenBy", "ProposedBy", "FirstBy", "SecondBy", "FirstChair", "SecondChair", "ObjectedBy", "DecidedBy", "By", "Issuer", "Signer",
    ];

    /// <returns>Of those who are, by what, as a clause.</returns>
    public async Task<Dictionary<Guid, string>> People(IReadOnlyList<Guid> people, IReadOnlyCollection<Type> except, CancellationToken ct)
    {
        var used = await Pointed(typeof(Person), Columns, people, except, "their", ct);
        var merged = db.Set<Person>().Where(p => p.Canonical != p.Id);
        foreach (var id in await merged.Select(p => p.Canonical).Concat(merged.Where(p => p.MergedInto != null).Select(p => p.MergedInto!.Value)).Where(id => people.Contains(id)).Distinct().ToListAsync(ct))
            used[id] = "another record was merged into it";
        return used;
    }

    public Task<Dictionary<Guid, string>> Bodies(IReadOnlyList<Guid> bodies, IReadOnlyCollection<Type> except, CancellationToken ct) =>
        Pointed(typeof(Organisation), ["Organisation", "Member"], bodies, except, "its", ct);

    // By the name of the column, as most have no foreign key, and by the foreign keys, whatever their columns are called.
    private async Task<Dictionary<Guid, string>> Pointed(Type at, string[] names, IReadOnlyList<Guid> ids, IReadOnlyCollection<Type> except, string whose, CancellationToken ct)
    {
        var used = new Dictionary<Guid, string>();
        if (ids.Count == 0) return used;
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !except.Contains(e.ClrType) && !e.IsOwned()))
            foreach (var property in entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && (names.Contains(p.Name) || p.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType == at))))
                foreach (var id in await (Task<List<Guid>>)Asked.MakeGenericMethod(entity.ClrType).Invoke(this, [ids, property.Name, property.ClrType != typeof(Guid), ct])!)
                    used.TryAdd(id, $"there is a {AuditChange.Words(entity.ClrType.Name).ToLowerInvariant()} with {whose} name");
        return used;
    }

    private Task<List<Guid>> Among<T>(IReadOnlyList<Guid> ids, string column, bool nullable, CancellationToken ct) where T : class => nullable
        ? db.Set<T>().Where(e => EF.Property<Guid?>(e, column) != null && ids.Contains(EF.Property<Guid?>(e, column)!.Value)).Select(e => EF.Property<Guid?>(e, column)!.Value).Distinct().ToListAsync(ct)
        : db.Set<T>().Where(e => ids.Contains(EF.Property<Guid>(e, column))).Select(e => EF.Property<Guid>(e, column)).Distinct().ToListAsync(ct);
}
