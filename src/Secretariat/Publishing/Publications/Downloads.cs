using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Publications;

/// <summary>How often a publication was taken on a day. Nothing of who did.</summary>
public sealed class DownloadCount : INotAudited
{
    public required Guid Publication { get; init; }
    public required DateOnly Day { get; init; }
    public int Times { get; init; }
}

public sealed class DownloadCountMap : IEntityTypeConfiguration<DownloadCount>
{
    public void Configure(EntityTypeBuilder<DownloadCount> count)
    {
        count.ToTable("download_count");
        count.HasKey(c => new { c.Publication, c.Day });
        count.HasOne<Publication>().WithMany().HasForeignKey(c => c.Publication).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class Downloads
{
    /// <summary>One statement, so that two who take it at the same moment are two.</summary>
    public static Task CountDownload(this Db db, Guid publication, DateOnly day, CancellationToken ct) => db.Write(() => db.Database.ExecuteSqlAsync($"""
        INSERT INTO download_count ("Publication", "Day", "Times") VALUES ({publication}, {day}, 1)
        ON CONFLICT ("Publication", "Day") DO UPDATE SET "Times" = download_count."Times" + 1
        """, ct), ct);

    public static Task<Dictionary<Guid, int>> TimesTaken(this Db db, CancellationToken ct) =>
        db.Set<DownloadCount>().GroupBy(c => c.Publication).Select(g => new { g.Key, Times = g.Sum(c => c.Times) }).ToDictionaryAsync(g => g.Key, g => g.Times, ct);
}
