using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Members.Imports;

public sealed class ImportMaps : IEntityTypeConfiguration<PeopleImport>, IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<PeopleImport> import)
    {
        import.ToTable("people_import");
        import.Property(i => i.File).HasMaxLength(200);
        import.Property(i => i.Note).HasMaxLength(400);
        import.Property(i => i.By).HasMaxLength(200);
        import.PrimitiveCollection(i => i.Columns).ElementType().HasConversion<string>();
        import.Ignore(i => i.Rows);
        import.Ignore(i => i.Brings);
        import.Ignore(i => i.IsReadable);
        import.HasIndex(i => i.State);
    }

    public void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.ToTable("import_row");
        row.HasKey(r => new { r.Import, r.Number });
        row.Property(r => r.EmailKey).HasMaxLength(320);
        row.Property(r => r.SortName).HasMaxLength(200);
        row.HasOne<PeopleImport>().WithMany().HasForeignKey(r => r.Import).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.Import, r.EmailKey });
        row.HasIndex(r => new { r.Import, r.SortName });
        row.HasIndex(r => r.Person);
        row.HasIndex(r => r.EmailKey);
    }
}
