using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Members.People;

public sealed class PersonMap : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("person");
        person.Property(p => p.PackKey).HasMaxLength(80);
        person.Property(p => p.Name).HasMaxLength(200);
        person.Property(p => p.SortName).HasMaxLength(200);
        person.Property(p => p.Email).HasMaxLength(254);
        person.Property(p => p.EmailKey).HasMaxLength(320);
        person.Property(p => p.Phone).HasMaxLength(40);
        person.HasIndex(p => p.PackKey).IsUnique();
        person.HasIndex(p => p.EmailKey);
        person.HasIndex(p => p.Canonical);
        person.HasIndex(p => new { p.SortName, p.Id });
        person.HasMany(p => p.Positions).WithOne().HasForeignKey(p => p.Person).OnDelete(DeleteBehavior.Restrict);
        person.Navigation(p => p.Positions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Position> position)
    {
        position.ToTable("position");
        position.Property(p => p.Title).HasMaxLength(200);
        position.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation).OnDelete(DeleteBehavior.Restrict);
        position.HasIndex(p => new { p.Organisation, p.Kind });
        position.HasIndex(p => p.Person);
    }
}
