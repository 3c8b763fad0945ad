using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Budget;

/// <summary>Enters what was ordered, paid or came in, and takes back what was entered wrongly.</summary>
public sealed class KeepBudget(Db db, Sites sites)
{
    public Task Enter(Guid line, EntryDraft draft, Actor by, DateTimeOffset now, CancellationToken ct) => Enter([(line, draft)], by, now, ct);

    public Task Enter(IReadOnlyCollection<(Guid Line, EntryDraft Draft)> all, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var (ids, today) = (all.Select(a => a.Line).Distinct().ToList(), now.DateIn(sites.Current.Zone));
        // Locked: of two presses at one moment the second sees what the first entered.
        await db.Set<BudgetLine>().Where(l => ids.Contains(l.Id)).ExecuteUpdateAsync(s => s.SetProperty(l => l.Code, l => l.Code), ct);
        var lines = await db.Set<BudgetLine>().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        var here = (await db.Set<BudgetEntry>().AsNoTracking().Where(e => ids.Contains(e.Line)).ToListAsync(ct)).ToLookup(e => e.Line);
        foreach (var (line, draft) in all)
        {
            var entry = new BudgetEntry(lines[line], draft, by, now, today);
            if (here[line].FirstOrDefault(e => e.Stands && e.Kind == entry.Kind && e.On == entry.On && e.Words == entry.Words && e.Amount == entry.Amount && e.From == entry.From) is { } same)
                throw new RuleBroken($"{same.EnteredByName} entered this already, with the same day, words and amount: it counts once. Say what is different about this one.", "Words");
            if (entry.Order is { } order && !here[line].Any(e => e.Id == order && e.Kind == EntryKind.Order && e.Stands)) throw new RuleBroken("That order is not on this line, or was taken back.", "Order");
            db.Add(entry);
        }
        await db.Save(by, "Enter on a budget line", ct);
    }, ct);

    public async Task TakeBack(BudgetEntry entry, string? why, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        db.Add(entry.TakeBack(why, by, now, now.DateIn(sites.Current.Zone)));
        await db.Save(by, "Take back what was entered on a budget line", ct);
    }

    public async Task Close(BudgetEntry order, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        order.Close(now.DateIn(sites.Current.Zone));
        await db.Save(by, "Close an order", ct);
    }
}
