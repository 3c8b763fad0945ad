using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Events.Wishes;

public sealed class WishCallMap : IEntityTypeConfiguration<WishCall>
{
    public void Configure(EntityTypeBuilder<WishCall> call)
    {
        call.ToTable("wish_call");
        call.HasIndex(c => c.Closes);
    }
}

public sealed class WishMap : IEntityTypeConfiguration<Wish>
{
    public void Configure(EntityTypeBuilder<Wish> wish)
    {
        wish.ToTable("wish");
        wish.Property(w => w.Title).HasMaxLength(Wish.MaxTitle);
        wish.Property(w => w.Theme).HasMaxLength(40);
        wish.Property(w => w.Why).HasMaxLength(Wish.MaxWhy);
        wish.HasOne<WishCall>().WithMany().HasForeignKey(w => w.Call).OnDelete(DeleteBehavior.Restrict);
        wish.HasIndex(w => w.Call);
        wish.HasIndex(w => w.MadeInto);
        wish.HasIndex(w => w.Person);
    }
}

public sealed class WishRankingMap : IEntityTypeConfiguration<WishRanking>
{
    public void Configure(EntityTypeBuilder<WishRanking> ranking)
    {
        ranking.ToTable("wish_ranking");
        ranking.HasOne<WishCall>().WithMany().HasForeignKey(r => r.Call).OnDelete(DeleteBehavior.Restrict);
        ranking.HasIndex(r => new { r.Call, r.Member }).IsUnique();
        ranking.HasIndex(r => r.Person);
    }
}
