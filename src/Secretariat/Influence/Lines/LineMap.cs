using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Influence.Lines;

public sealed class LineMap : IEntityTypeConfiguration<Line>
{
    public void Configure(EntityTypeBuilder<Line> line)
    {
        line.ToTable("line");
        line.Property(l => l.Theme).HasMaxLength(40);
        line.Property(l => l.Text).HasMaxLength(Line.MaxText);
        line.Property(l => l.Source).HasMaxLength(Line.MaxSource);
        line.Property(l => l.Who).HasMaxLength(200);
        line.Property(l => l.How).HasMaxLength(Line.MaxHow);
        line.Property(l => l.By).HasMaxLength(200);
        line.Property(l => l.EndedWhy).HasMaxLength(Line.MaxWhy);
        line.HasIndex(l => new { l.Theme, l.EndedAt });
        line.HasIndex(l => l.Mandate);
        line.HasIndex(l => l.Person);
        line.HasIndex(l => l.Member);
    }
}
