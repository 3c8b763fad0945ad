using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;

namespace Secretariat.Members.Groupings;

public sealed class GroupingMap : IEntityTypeConfiguration<Grouping>, IEntityTypeConfiguration<GroupingMember>, IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Grouping> grouping)
    {
        grouping.ToTable("grouping");
        grouping.Property(g => g.Code).HasMaxLength(40);
        grouping.Property(g => g.Name).HasMaxLength(100);
        grouping.HasIndex(g => g.Code).IsUnique();
        grouping.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.Grouping);
        grouping.HasMany(g => g.Seats).WithOne().HasForeignKey(s => s.Grouping);
        grouping.Navigation(g => g.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
        grouping.Navigation(g => g.Seats).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<GroupingMember> member)
    {
        member.ToTable("grouping_member");
        member.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Organisation).OnDelete(DeleteBehavior.Restrict);
        member.HasIndex(m => m.Organisation);
    }

    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.ToTable("seat");
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
        seat.HasIndex(s => s.Person);
    }
}
