using System.Text.Json;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Backups;

/// <summary>What an archive holds, with counts and hashes to check it by; the last entry written into it.</summary>
/// <param name="Engine">"sqlite" or "postgres": an archive is restored into the engine that it came from.</param>
/// <param name="Migrations">The shape of the tables.</param>
public sealed record Manifest(int Format, string Engine, DateTimeOffset MadeAt, IReadOnlyList<string> Migrations, IReadOnlyList<TableCount> Tables, AuditState Audit, IReadOnlyList<EntryHash> Entries)
{
    public const string Name = "manifest.json";
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public long Rows => Tables.Sum(t => t.Rows);

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static Manifest Read(byte[] bytes)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(bytes, Json);
            if (manifest is { Format: CurrentFormat, Tables: not null, Entries: not null, Migrations: not null, Audit: not null }) return manifest;
            throw new RuleBroken(manifest is { Format: > CurrentFormat } ? "This archive was made by a newer version of the program. Restore it with that version." : "The archive’s list of contents cannot be read: the archive was altered or damaged.");
        }
        catch (JsonException)
        {
            throw new RuleBroken("The archive’s list of contents cannot be read: the archive was altered or damaged.");
        }
    }
}

/// <param name="Hash">SHA-256 over the table's rows in the order of its key.</param>
public sealed record TableCount(string Name, long Rows, string Hash);

/// <param name="Sealed">How many entries the audit chain binds.</param>
/// <param name="Head">The hash that binds them.</param>
public sealed record AuditState(long Sealed, string Head);

public sealed record EntryHash(string Name, long Bytes, string Hash);
