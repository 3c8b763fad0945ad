using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Publishing.Pages;

public sealed class SitePageMap : IEntityTypeConfiguration<SitePage>
{
    public void Configure(EntityTypeBuilder<SitePage> page)
    {
        page.ToTable("site_page");
        page.Ignore(p => p.Path);
        page.Ignore(p => p.Words);
        page.Ignore(p => p.IsOwed);
        page.Property(p => p.Slug).HasMaxLength(SitePage.MaxSlug);
        page.Property(p => p.Title).HasMaxLength(PageWords.MaxTitle);
        page.Property(p => p.Lead).HasMaxLength(PageWords.MaxLead);
        page.Property(p => p.TakenOffWhy).HasMaxLength(SitePage.MaxWhy);
        page.HasIndex(p => p.Slug).IsUnique();
    }
}

public sealed class PageVersionMap : IEntityTypeConfiguration<PageVersion>
{
    public void Configure(EntityTypeBuilder<PageVersion> version)
    {
        version.ToTable("site_page_version");
        version.Ignore(v => v.Words);
        version.Property(v => v.Title).HasMaxLength(PageWords.MaxTitle);
        version.Property(v => v.Lead).HasMaxLength(PageWords.MaxLead);
        version.Property(v => v.Hash).HasMaxLength(64);
        version.Property(v => v.PublishedBy).HasMaxLength(200);
        version.HasOne<SitePage>().WithMany().HasForeignKey(v => v.Page).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.Page, v.Number }).IsUnique();
        version.HasIndex(v => v.Publisher);
    }
}
