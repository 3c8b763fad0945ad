using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Agreements.Rounds;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Social;

public sealed class SocialPostMap : IEntityTypeConfiguration<SocialPost>
{
    public void Configure(EntityTypeBuilder<SocialPost> post)
    {
        post.ToTable("social_post");
        post.Ignore(p => p.Facts);
        post.Property(p => p.Heading).HasMaxLength(Math.Max(Items.Item.MaxHeading, RoundText.MaxSubject));
        post.Property(p => p.Title).HasMaxLength(300);
        post.Property(p => p.Text).HasMaxLength(SocialPost.MaxStored);
        post.Property(p => p.Picture).HasMaxLength(SocialPost.MaxPicture);
        post.Property(p => p.Alt).HasMaxLength(SocialPost.MaxStored);
        post.Property(p => p.WrittenBy).HasMaxLength(200);
        post.Property(p => p.BegunBy).HasMaxLength(200);
        post.Property(p => p.Address).HasMaxLength(SocialPost.MaxAddress * 4);
        post.Property(p => p.AddressKey).HasMaxLength(SocialPost.MaxAddress * 4);
        post.Property(p => p.Why).HasMaxLength(SocialPost.MaxWhy);
        post.HasOne<Item>().WithMany().HasForeignKey(p => p.Item).OnDelete(DeleteBehavior.Restrict);
        post.HasIndex(p => p.Item);
        // One post stands at one address: the same pasted twice is a slip.
        post.HasIndex(p => p.AddressKey).IsUnique();
        post.HasIndex(p => new { p.State, p.Day });
        post.HasIndex(p => p.PostedOn);
        post.HasIndex(p => p.Writer);
        post.HasIndex(p => p.Beginner);
    }
}
