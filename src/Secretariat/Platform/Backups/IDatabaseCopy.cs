namespace Secretariat.Platform.Backups;

/// <summary>One engine's way of copying itself while others write, and of taking such a copy in.</summary>
public interface IDatabaseCopy
{
    string Engine { get; }

    /// <summary>Writes one snapshot of all tables into the archive.</summary>
    Task<Snapshot> Write(ArchiveWriter archive, CancellationToken ct);

    Task<bool> IsEmpty(CancellationToken ct);

    /// <summary>Takes the tables in and checks them; whatever fails, the database is as empty as it was.</summary>
    Task Restore(ArchiveReader archive, CancellationToken ct);
}

public sealed record Snapshot(IReadOnlyList<string> Migrations, IReadOnlyList<TableCount> Tables, AuditState Audit);
