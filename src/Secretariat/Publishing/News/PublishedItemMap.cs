using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Agreements.Rounds;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News;

public sealed class PublishedItemMap : IEntityTypeConfiguration<PublishedItem>
{
    public void Configure(EntityTypeBuilder<PublishedItem> published)
    {
        published.ToTable("published_item");
        published.Ignore(p => p.Path);
        published.Property(p => p.Slug).HasMaxLength(PublishedItem.MaxSlug);
        published.Property(p => p.Heading).HasMaxLength(Math.Max(Items.Item.MaxHeading, RoundText.MaxSubject));
        published.Property(p => p.Hash).HasMaxLength(64);
        published.Property(p => p.Theme).HasMaxLength(40);
        published.Property(p => p.ApprovedBy).HasMaxLength(200);
        published.Property(p => p.TakenOffWhy).HasMaxLength(PublishedItem.MaxWhy);
        published.HasOne<Item>().WithMany().HasForeignKey(p => p.Item).OnDelete(DeleteBehavior.Restrict);
        published.HasIndex(p => p.Item).IsUnique();
        published.HasIndex(p => p.Slug).IsUnique();
        published.HasIndex(p => new { p.State, p.PublishedAt });
        published.HasIndex(p => p.Approver);
    }
}
