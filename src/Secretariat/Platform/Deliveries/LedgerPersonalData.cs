using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Platform.Deliveries;

/// <summary>
/// Letters to somebody. Erasing keeps that a letter went out and what became of it, without the address. An address that wants
/// no letters stays listed: forgetting it would be to write to it again.
/// </summary>
public sealed class LedgerPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Delivery), typeof(Attempt), typeof(Pace), typeof(Suppression), typeof(MailboxLetter), typeof(SetAsideMail)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct)
    {
        var keys = db.Set<Delivery>().Where(d => d.Person == person).Select(d => d.AddressKey);
        return new Dictionary<string, object?>
        {
            ["letters"] = await db.Set<Delivery>().AsNoTracking().Where(d => d.Person == person).OrderBy(d => d.Id)
                .Join(db.Set<Batch>(), d => d.Batch, b => b.Id, (d, b) => new { b.Title, d.Address, State = d.State.ToString(), d.Why, d.At }).ToListAsync(ct),
            ["tries"] = await db.Set<Attempt>().AsNoTracking().Where(a => db.Set<Delivery>().Any(d => d.Id == a.Delivery && d.Person == person)).OrderBy(a => a.At)
                .Select(a => new { a.Delivery, a.Number, State = a.State.ToString(), a.Why, a.At }).ToListAsync(ct),
            ["addresses_stopped"] = await db.Set<Suppression>().AsNoTracking().Where(s => keys.Contains(s.AddressKey)).Select(s => new { s.AddressKey, s.Class, s.Why, s.At }).ToListAsync(ct),
        };
    }

    /// <summary>The letters that the mailbox keeps, but for those that let somebody sign in: the archive may be passed on.</summary>
    public async Task<IReadOnlyList<PersonalFile>> Files(Guid person, CancellationToken ct)
    {
        var kept = await db.Set<MailboxLetter>().Where(m => db.Set<Delivery>().Any(d => d.Id == m.Delivery && d.Person == person && db.Set<Batch>().Any(b => b.Id == d.Batch && b.Priority != Priority.Account)))
            .OrderBy(m => m.At).Select(m => m.Id).ToListAsync(ct);
        return [.. kept.Select(id => new PersonalFile($"letters/{id:N}.eml", async now => new MemoryStream((await db.Set<MailboxLetter>().AsNoTracking().SingleAsync(m => m.Id == id, now)).Read())))];
    }

    public Task Erase(Guid person, CancellationToken ct) => Erase(db, db.Set<Delivery>().Where(d => d.Person == person), ct);

    /// <summary>The same for letters to somebody who is no person here; inside the caller's transaction, and the caller saves.</summary>
    public static async Task Erase(Db db, IQueryable<Delivery> letters, CancellationToken ct)
    {
        await db.Set<MailboxLetter>().Where(m => letters.Any(d => d.Id == m.Delivery)).ExecuteDeleteAsync(ct);
        var keys = await letters.Select(d => d.AddressKey).Distinct().ToListAsync(ct);
        await db.Set<SetAsideMail>().Where(m => keys.Contains(m.From)).ExecuteDeleteAsync(ct);
        // A mail server likes to repeat the address in its answer.
        await db.Set<Attempt>().Where(a => letters.Any(d => d.Id == a.Delivery)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Why, Sentences.Erased), ct);
        await db.Set<Pace>().Where(p => letters.Any(d => d.Domain == p.Domain)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Why, Sentences.Erased), ct);
        // Not yet sent ones go nowhere any more: the unique key of the ledger keeps a name of its own.
        await letters.Where(d => d.State == DeliveryState.Queued || d.State == DeliveryState.Deferred || d.State == DeliveryState.Claimed)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Cancelled), ct);
        foreach (var letter in await letters.ToListAsync(ct)) letter.Forget();
    }
}
