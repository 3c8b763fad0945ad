using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Auditing;

/// <summary>Writes the audit entries of one save: what changed is read from the change tracker, so no verb can forget it.</summary>
public static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Changes must have been detected.</summary>
    internal static void Record(Db db, Actor by, string verb, DateTimeOffset at)
    {
        foreach (var entry in db.ChangeTracker.Entries<Record>().ToList())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            Write(db, by, verb, entry.Metadata.ClrType.Name, entry.Entity.Id, Changes(entry), at);
        }
    }

    /// <summary>Something done to a record that changes none of its values: a test letter, a link made by hand.</summary>
    /// <param name="values">What else is worth knowing. No personal data: erasing a person would not find it here.</param>
    internal static void Note(Db db, Actor by, string verb, string type, Guid record, IReadOnlyDictionary<string, string> values, DateTimeOffset at) =>
        Write(db, by, verb, type, record, JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => new[] { null, v.Value }), Json), at);

    private static void Write(Db db, Actor by, string verb, string type, Guid record, string values, DateTimeOffset at)
    {
        // Microseconds are what PostgreSQL keeps; the leaf must be computable again from the stored row.
        at = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = AuditEntry.HashValues(salt, values);
        db.Add(new AuditEntry
        {
            At = at,
            ByPerson = by.Person,
            ByName = by.Name,
            RecordType = type,
            RecordId = record,
            Verb = verb,
            Values = values,
            Salt = salt,
            ValuesHash = hash,
            Leaf = AuditEntry.HashLeaf(by.Person, by.Name, at, type, record, verb, hash),
        });
    }

    private static string Changes(EntityEntry<Record> entry)
    {
        var changes = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var property in Properties(entry))
        {
            if (property.Metadata.Name is nameof(Data.Record.Version) or nameof(Data.Record.Id)) continue;
            var before = entry.State == EntityState.Added ? null : Plain(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Plain(property.CurrentValue);
            if (entry.State == EntityState.Modified && !property.IsModified) continue;
            if (before is null && after is null) continue;
            changes[property.Metadata.DeclaringType is Microsoft.EntityFrameworkCore.Metadata.IComplexType complex
                ? $"{complex.ComplexProperty.Name}.{property.Metadata.Name}"
                : property.Metadata.Name] = [before, after];
        }
        return JsonSerializer.Serialize(changes, Json);
    }

    private static IEnumerable<PropertyEntry> Properties(EntityEntry entry) =>
        entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties));

    // Bytes would fill the trail; their hash says as surely whether they changed.
    private static object? Plain(object? value) => value switch
    {
        byte[] bytes => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Enum e => e.ToString(),
        _ => value,
    };
}
