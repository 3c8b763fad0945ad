using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Influence.Engagements;

public sealed class EngagementMaps : IEntityTypeConfiguration<Engagement>, IEntityTypeConfiguration<EngagementPerson>, IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<Relationship>, IEntityTypeConfiguration<MemberTalk>
{
    public void Configure(EntityTypeBuilder<Engagement> engagement)
    {
        engagement.ToTable("engagement");
        engagement.Property(e => e.Theme).HasMaxLength(40);
        engagement.Property(e => e.Said).HasMaxLength(Engagement.MaxSaid);
        engagement.Property(e => e.By).HasMaxLength(200);
        engagement.Property(e => e.TakenBack).HasMaxLength(Engagement.MaxWhy);
        engagement.HasOne<Organisation>().WithMany().HasForeignKey(e => e.Organisation).OnDelete(DeleteBehavior.Restrict);
        engagement.HasIndex(e => new { e.Organisation, e.On });
        engagement.HasIndex(e => e.On);
    }

    public void Configure(EntityTypeBuilder<EngagementPerson> person)
    {
        person.ToTable("engagement_person");
        person.Property(p => p.Name).HasMaxLength(200);
        person.Property(p => p.Capacity).HasMaxLength(200);
        person.HasOne<Engagement>().WithMany().HasForeignKey(p => p.Engagement).OnDelete(DeleteBehavior.Cascade);
        person.HasIndex(p => p.Person);
    }

    public void Configure(EntityTypeBuilder<Promise> promise)
    {
        promise.ToTable("promise");
        promise.Ignore(p => p.IsOpen);
        promise.Property(p => p.Name).HasMaxLength(200);
        promise.Property(p => p.What).HasMaxLength(Promise.MaxWhat);
        promise.Property(p => p.Because).HasMaxLength(Promise.MaxWhat);
        promise.Property(p => p.Outcome).HasMaxLength(Promise.MaxWhat);
        promise.HasOne<Engagement>().WithMany().HasForeignKey(p => p.Engagement).OnDelete(DeleteBehavior.Restrict);
        promise.HasIndex(p => p.Person);
        promise.HasIndex(p => new { p.End, p.Due });
        promise.HasIndex(p => p.Organisation);
    }

    public void Configure(EntityTypeBuilder<Relationship> relationship)
    {
        relationship.ToTable("relationship");
        relationship.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Organisation).OnDelete(DeleteBehavior.Restrict);
        relationship.HasIndex(r => r.Organisation).IsUnique();
        relationship.HasIndex(r => r.Owner);
    }

    public void Configure(EntityTypeBuilder<MemberTalk> talk)
    {
        talk.ToTable("member_talk");
        talk.Ignore(t => t.ByStaff);
        talk.Property(t => t.About).HasMaxLength(MemberTalk.MaxAbout);
        talk.Property(t => t.Who).HasMaxLength(MemberTalk.MaxWho);
        talk.Property(t => t.By).HasMaxLength(200);
        talk.HasOne<Organisation>().WithMany().HasForeignKey(t => t.Organisation).OnDelete(DeleteBehavior.Restrict);
        talk.HasIndex(t => t.Organisation);
        talk.HasIndex(t => t.Member);
        talk.HasIndex(t => t.Person);
    }
}
