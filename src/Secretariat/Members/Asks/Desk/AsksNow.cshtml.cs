using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Asks.Desk;

/// <summary>What is asked of people now, by person: when each was last written to, and what the engine will do next.</summary>
public sealed class AsksNowModel(Db db, OpenAsks open, Sites sites, TimeProvider clock) : PageModel
{
    private const int Shown = 30;

    public sealed record Asked(Guid Person, string Name, IReadOnlyList<Ask> Asks, DateTimeOffset? Last, int InLastWeek)
    {
        public int Minutes => Asks.Sum(a => a.Minutes);
        public bool Tired => InLastWeek >= AskRules.WeeklyCap;
    }

    public sealed record Sent(Guid Batch, Guid? Person, string Name, AskWay Way, DateTimeOffset At, string What, int Others);

    public IReadOnlyList<Asked> People { get; private set; } = [];
    public IReadOnlyList<Sent> Letters { get; private set; } = [];
    public DateTimeOffset NextSlot { get; private set; }

    /// <summary>How many get a weekly letter then, if nobody does anything before it.</summary>
    public int InNext { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (now, zone) = (clock.GetUtcNow(), sites.Current.Zone);
        NextSlot = AskRules.NextSlot(now, zone);
        var asks = await open.All(now, ct);
        var (last, had) = (await open.LastAsked(asks, ct), await open.InLastWeek(now, ct));
        DateTimeOffset? Last(Ask a) => last.TryGetValue((a.Person, a.Kind, a.Key), out var at) ? at : null;
        People = [.. asks.GroupBy(a => a.Person).Select(g => new Asked(g.Key, g.First().Name, [.. g], g.Max(Last), had.GetValueOrDefault(g.Key))).OrderBy(p => p.Asks[0].By).ThenBy(p => p.Name, StringComparer.Ordinal)];
        InNext = asks.Where(a => had.GetValueOrDefault(a.Person) < AskRules.WeeklyCap && EmailAddress.TryParse(a.Address) is not null && AskRules.Due(a, Last(a), NextSlot, zone) is not null).Select(a => a.Person).Distinct().Count();
        Letters = await Recent(ct);
    }

    private async Task<IReadOnlyList<Sent>> Recent(CancellationToken ct)
    {
        var letters = await db.Set<AskLetter>().AsNoTracking().OrderByDescending(l => l.At).ThenBy(l => l.Id).Take(Shown).ToListAsync(ct);
        var people = letters.Select(l => l.Person).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. letters.Select(l => new Sent(l.Batch, l.Person, l.Person is { } id ? names.GetValueOrDefault(id, "") : "somebody whose name was erased", l.Way, l.At, l.Lines.MinBy(a => a.Place)!.What, l.Lines.Count - 1))];
    }
}
