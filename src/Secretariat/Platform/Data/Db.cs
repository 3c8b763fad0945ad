using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Secretariat.Platform.Auditing;

namespace Secretariat.Platform.Data;

/// <summary>
/// The one database context. It has no sets of its own: features say <c>db.Set&lt;Edition&gt;()</c> and bring their maps,
/// which are found by a scan of this assembly.
/// </summary>
public abstract class Db(DbContextOptions options, WriteGate gate, TimeProvider clock) : DbContext(options)
{
    private bool _holdsGate;
    private bool _saving;
    private bool _looking;

    public abstract bool IsPostgres { get; }

    /// <summary>Saves and audits: one entry for each changed <see cref="Record"/>, in the same transaction as the change.</summary>
    public Task Save(Actor by, string verb, CancellationToken ct = default) =>
        Write(() => SaveGuarded(() => AuditTrail.Record(this, by, verb, clock.GetUtcNow()), ct), ct);

    /// <summary>Audits, with the next save, something done to a record that changes none of its values. See <see cref="AuditTrail.Note"/>.</summary>
    public void Note(Actor by, string verb, string type, Guid record, params (string Name, string Value)[] values) =>
        AuditTrail.Note(this, by, verb, type, record, values.ToDictionary(v => v.Name, v => v.Value), clock.GetUtcNow());

    /// <summary>Saves rows that are not audited; refuses when an audited one is among them.</summary>
    public Task SaveUnaudited(CancellationToken ct = default) => Write(() => SaveGuarded(() =>
    {
        if (ChangeTracker.Entries<Record>().FirstOrDefault(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) is { } changed)
            throw new InvalidOperationException($"{changed.Metadata.ClrType.Name} is audited: say who and why with Save.");
    }, ct), ct);

    /// <summary>
    /// A writing transaction. On SQLite all of them pass one first-in-first-out gate: without it, page saves beside busy
    /// writers stall for hundreds of milliseconds in SQLite's own retry loop. Calls may nest; the outermost commits.
    /// </summary>
    public async Task Write(Func<Task> work, CancellationToken ct = default)
    {
        if (_holdsGate)
        {
            await work();
            return;
        }
        using var turn = await gate.Enter(ct);
        _holdsGate = true;
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            await work();
            await transaction.CommitAsync(ct);
        }
        finally
        {
            _holdsGate = false;
        }
    }

    /// <inheritdoc cref="Write(Func{Task}, CancellationToken)"/>
    public async Task<T> Write<T>(Func<Task<T>> work, CancellationToken ct = default)
    {
        var result = default(T)!;
        await Write(async () => { result = await work(); }, ct);
        return result;
    }

    /// <summary>Reads that must agree with each other: all of them see the database as it was at the first. Nothing is written in between.</summary>
    public async Task<T> Look<T>(Func<Task<T>> reads, CancellationToken ct = default)
    {
        if (_looking || _holdsGate) return await reads();
        await using var snapshot = await BeginSnapshot(ct);
        _looking = true;
        try
        {
            return await reads();
        }
        finally
        {
            _looking = false;
        }
    }

    /// <summary>Until it is disposed.</summary>
    protected abstract Task<IAsyncDisposable> BeginSnapshot(CancellationToken ct);

    private async Task SaveGuarded(Action before, CancellationToken ct)
    {
        // Each list of entries would compare every row that was read with what it was: six times a save. Once is enough.
        ChangeTracker.DetectChanges();
        (_saving, ChangeTracker.AutoDetectChangesEnabled) = (true, false);
        try
        {
            before();
            foreach (var entry in ChangeTracker.Entries<Record>().Where(e => e.State == EntityState.Modified))
                entry.Property(r => r.Version).CurrentValue++;
            await base.SaveChangesAsync(ct);
        }
        finally
        {
            (_saving, ChangeTracker.AutoDetectChangesEnabled) = (false, true);
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!_saving) throw new InvalidOperationException("Use Save (audited) or SaveUnaudited.");
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Use Save (audited) or SaveUnaudited.");

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(Record).IsAssignableFrom(e.ClrType)).ToList())
        {
            model.Entity(entity.ClrType).Property(nameof(Record.Id)).ValueGeneratedNever();
            model.Entity(entity.ClrType).Property(nameof(Record.Version)).IsConcurrencyToken();
        }
        // Which transaction wrote an entry: the sealing sweep must not pass one that is still open.
        if (IsPostgres)
            model.Entity<AuditEntry>().Property<ulong>("Xid").HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()").ValueGeneratedOnAdd();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        if (IsPostgres)
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcMoment>();
        else
            conventions.Properties<DateTimeOffset>().HaveConversion<TickMoment>();
        conventions.ComplexProperties<Money>();
    }

    // SQLite has no type that both keeps and sorts a DateTimeOffset; ticks of UTC do.
    private sealed class TickMoment() : ValueConverter<DateTimeOffset, long>(m => m.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));

    // timestamptz takes UTC only and keeps microseconds.
    private sealed class UtcMoment() : ValueConverter<DateTimeOffset, DateTimeOffset>(m => m.ToUniversalTime(), m => m);
}
