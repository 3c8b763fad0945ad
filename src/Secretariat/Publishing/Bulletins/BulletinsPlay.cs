using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements.Play;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// In the sample year each bulletin is written three days before its promised day, approved by somebody else and scheduled
/// the day before, and goes out at ten: by the verbs that staff use, and no other way.
/// </summary>
public sealed class BulletinsPlay(NextBulletin next, Sites sites) : IPlayPart
{
    private const string File = "year/bulletins.yaml";
    private static readonly TimeOnly Hour = new(10, 0);

    public int Order => 100;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return [];
        var scripts = BulletinScript.All(root, File);
        var steps = new List<PlayStep>();
        for (var year = NextBulletin.YearOf(from, sites.Current); year <= to; year = year.AddYears(1))
        {
            var promised = await next.Promised(year, ct);
            if (promised.Count == 0) continue;
            foreach (var script in scripts.Where(s => s.Number <= promised.Count)) steps.AddRange(Of(script, year, promised[script.Number - 1]));
            break;
        }
        return steps;
    }

    private IEnumerable<PlayStep> Of(BulletinScript script, DateOnly year, DateOnly day)
    {
        var zone = sites.Current.Zone;
        yield return new(day.AddDays(-3).At(new TimeOnly(14, 0), zone), $"Write bulletin {script.Number}", (s, ct) => Write(s, script, year, ct));
        yield return new(day.AddDays(-1).At(new TimeOnly(15, 0), zone), $"Approve bulletin {script.Number}", (s, ct) => Approve(s, script.Number, year, ct));
        yield return new(day.AddDays(-1).At(new TimeOnly(15, 30), zone), $"Schedule bulletin {script.Number}", (s, ct) => Schedule(s, script.Number, year, day.At(Hour, zone), ct));
    }

    private static async Task Write(IServiceProvider services, BulletinScript script, DateOnly year, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.Set<Edition>().AnyAsync(e => e.Kind == EditionKind.Bulletin && e.Year == year && e.Number == script.Number && e.State != EditionState.Cancelled, ct)) return;
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        var members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        var edition = new Edition(script.Number, year, script.Subject, script.Intro) { Invented = script.Invented };
        var by = await Staff(db, today, 0, ct);
        foreach (var code in script.Statements)
        {
            // Without its agreement it is not there, and the bulletin goes without it.
            if (await StatementsPlay.MandateFor(db, code, ct) is { } mandate)
                edition.Gather(await services.GetRequiredService<TakeInStatement>().Run(mandate.Id, new Placing(), by, now, ct), today);
        }
        foreach (var draft in script.Items(members))
        {
            var item = new Item(draft, now) { Invented = script.Invented };
            db.Add(item);
            edition.Gather(item, today);
        }
        db.Add(edition);
        await db.Save(by, "Write bulletin", ct);
    }

    private static async Task Approve(IServiceProvider services, int number, DateOnly year, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await Find(db, number, year, EditionState.Draft, ct) is not { } edition) return;
        var by = await Staff(db, DateOnly.FromDateTime(now.UtcDateTime), 1, ct);
        var content = await services.GetRequiredService<CurrentContent>().Of(edition, ct);
        edition.Approve(await services.GetRequiredService<EditionGate>().Pass(edition, content, by, ct), content.Hash(), content.Items.ToDictionary(i => i.Item, i => i.Kind), by, now);
        await db.Save(by, "Approve bulletin", ct);
    }

    private static async Task Schedule(IServiceProvider services, int number, DateOnly year, DateTimeOffset at, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await Find(db, number, year, EditionState.Approved, ct) is not { } edition) return;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var readers = (await services.GetRequiredService<Readers>().Expected(today, ct)).Count(r => r.Gets);
        await services.GetRequiredService<ScheduleEdition>().Run(edition, at, readers, await Staff(db, today, 0, ct), now, ct);
    }

    private static Task<Edition?> Find(Db db, int number, DateOnly year, EditionState state, CancellationToken ct) =>
        db.Set<Edition>().SingleOrDefaultAsync(e => e.Kind == EditionKind.Bulletin && e.Number == number && e.Year == year && e.State == state, ct);

    /// <summary>Who of the secretariat does it: one writes, another approves.</summary>
    private static async Task<Actor> Staff(Db db, DateOnly day, int which, CancellationToken ct)
    {
        var staff = await (
            from position in db.Set<Position>()
            where position.Kind == PositionKind.Staff && position.From <= day && (position.To == null || day <= position.To)
            join person in db.Set<Person>() on position.Person equals person.Id
            orderby position.Themes.Contains("communications") descending, person.SortName
            select new Actor(person.Id, person.Name)).Take(2).ToListAsync(ct);
        return staff.Count == 0 ? Actor.Pack : staff[Math.Min(which, staff.Count - 1)];
    }
}
