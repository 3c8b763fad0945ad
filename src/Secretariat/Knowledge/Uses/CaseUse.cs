using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Enquiries.Inbox;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Uses;

/// <summary>A member says that it uses what another one solved: once for each case, until it takes that back.</summary>
public sealed class CaseUse : Record, IHoldsPersonalData
{
    public const int MaxHow = 300;

    private CaseUse() { }

    public CaseUse(Guid @case, Guid member) => (Case, Member) = (@case, member);

    public Guid Case { get; private set; }
    public Guid Member { get; private set; }

    /// <summary>How it is used there, in a line.</summary>
    public string? How { get; private set; }

    /// <summary>Who said so.</summary>
    public string Name { get; private set; } = "";

    public Guid? Person { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }

    public void Say(string? how, Actor by, DateTimeOffset now)
    {
        if (At != default && TakenBackAt is null) throw new RuleBroken("That is on the record already. Take it back first, if how it is used has changed.", "How");
        How = Typed.Line(how, MaxHow, "How") ?? throw new RuleBroken("Say in a line how it is used: that is what helps the next one.", "How");
        (Name, Person, At, TakenBackAt) = (by.Name, by.Person, now, null);
    }

    public void TakeBack(DateTimeOffset now)
    {
        if (TakenBackAt is not null) throw new RuleBroken("That was taken back already.");
        TakenBackAt = now;
    }

    internal void Forget() => (Name, Person) = (CaseVersion.Former, null);
}

public sealed class CaseUseMap : IEntityTypeConfiguration<CaseUse>
{
    public void Configure(EntityTypeBuilder<CaseUse> use)
    {
        use.ToTable("practice_use");
        use.Property(u => u.How).HasMaxLength(CaseUse.MaxHow);
        use.Property(u => u.Name).HasMaxLength(200);
        use.HasOne<PracticeCase>().WithMany().HasForeignKey(u => u.Case).OnDelete(DeleteBehavior.Restrict);
        use.HasOne<Organisation>().WithMany().HasForeignKey(u => u.Member).OnDelete(DeleteBehavior.Restrict);
        // Once for each member, whoever presses first.
        use.HasIndex(u => new { u.Case, u.Member }).IsUnique();
        use.HasIndex(u => u.Member);
        use.HasIndex(u => u.Person);
        use.HasIndex(u => u.At);
    }
}
