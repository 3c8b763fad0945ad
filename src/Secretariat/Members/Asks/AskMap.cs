using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Members.Asks;

public sealed class AskLetterMap : IEntityTypeConfiguration<AskLetter>
{
    public void Configure(EntityTypeBuilder<AskLetter> letter)
    {
        letter.ToTable("ask_letter");
        letter.Property(l => l.Way).HasConversion<string>().HasMaxLength(20);
        letter.HasMany(l => l.Lines).WithOne().HasForeignKey(l => l.Letter).OnDelete(DeleteBehavior.Cascade);
        letter.Navigation(l => l.Lines).HasField("_lines").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        letter.HasIndex(l => new { l.Person, l.At });
        letter.HasIndex(l => l.At);
        letter.HasIndex(l => l.Batch);
    }
}

public sealed class AskLineMap : IEntityTypeConfiguration<AskLine>
{
    public void Configure(EntityTypeBuilder<AskLine> line)
    {
        line.ToTable("ask_line");
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.Kind).HasMaxLength(40);
        line.Property(l => l.Key).HasMaxLength(120);
        line.Property(l => l.What).HasMaxLength(500);
        line.HasIndex(l => new { l.Kind, l.Key });
    }
}

public sealed class AskDayMap : IEntityTypeConfiguration<AskDay>
{
    public void Configure(EntityTypeBuilder<AskDay> day)
    {
        day.ToTable("ask_day");
        day.HasIndex(d => d.Day);
    }
}
