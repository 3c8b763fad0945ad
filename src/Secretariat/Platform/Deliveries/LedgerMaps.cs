using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Platform.Deliveries;

public sealed class BatchMap : IEntityTypeConfiguration<Batch>, IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.ToTable("batch");
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.Transport).HasMaxLength(40);
        batch.Property(b => b.Class).HasMaxLength(80);
        batch.Property(b => b.Title).HasMaxLength(300);
        batch.Property(b => b.ContentHash).HasMaxLength(128);
        // Compared and sorted by the claim: account comes before service before outward.
        batch.Property(b => b.Priority).HasConversion<int>();
        batch.Ignore(b => b.ForComposer);
        batch.HasIndex(b => new { b.State, b.Priority, b.NotBefore });
        batch.HasIndex(b => new { b.About, b.Class });
    }

    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("batch_order");
        order.Property(o => o.By).HasMaxLength(200);
        order.HasOne<Batch>().WithMany().HasForeignKey(o => o.Batch).OnDelete(DeleteBehavior.Cascade);
        order.HasIndex(o => o.Batch);
    }

    public void Configure(EntityTypeBuilder<Hold> hold)
    {
        hold.ToTable("hold");
        hold.Property(h => h.Scope).HasMaxLength(80);
    }
}

public sealed class DeliveryMap : IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<Attempt>
{
    private const string Claimable = "\"State\" IN ('Queued','Deferred')";
    private const string Held = "\"State\" IN ('Claimed','Sending')";

    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("delivery");
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.Address).HasMaxLength(320);
        delivery.Property(d => d.AddressKey).HasMaxLength(340);
        delivery.Property(d => d.Domain).HasMaxLength(255);
        delivery.HasOne<Batch>().WithMany().HasForeignKey(d => d.Batch).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => new { d.Batch, d.AddressKey }).IsUnique();
        delivery.HasIndex(d => new { d.Batch, d.State, d.Id });
        // What is done is out of the claim's way, however long the ledger grows.
        delivery.HasIndex(d => new { d.Batch, d.Id }, "IX_delivery_claimable").HasFilter(Claimable);
        delivery.HasIndex(d => new { d.Worker, d.State }, "IX_delivery_held").HasFilter(Held);
        delivery.HasIndex(d => d.Person);
        delivery.HasIndex(d => d.AddressKey);
    }

    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("attempt");
        attempt.HasKey(a => new { a.Delivery, a.Number });
    }
}

public sealed class WorkerMap : IEntityTypeConfiguration<Worker>, IEntityTypeConfiguration<Pace>, IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Worker> worker)
    {
        worker.ToTable("worker");
        worker.Property(w => w.Id).ValueGeneratedNever();
        worker.Property(w => w.Place).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<Pace> pace)
    {
        pace.ToTable("pace");
        pace.HasKey(p => p.Domain);
        pace.Property(p => p.Domain).HasMaxLength(255);
    }

    public void Configure(EntityTypeBuilder<Suppression> suppression)
    {
        suppression.ToTable("suppression");
        suppression.HasKey(s => new { s.AddressKey, s.Class });
        suppression.Property(s => s.AddressKey).HasMaxLength(320);
        suppression.Property(s => s.Class).HasMaxLength(80);
    }
}
