using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News;

/// <summary>In the sample year what a bulletin carried and everybody may read goes to the website in the days after it, one story at a time.</summary>
public sealed class NewsPlay(NextBulletin next, Sites sites) : IPlayPart
{
    private const string File = "year/bulletins.yaml";
    private const int Most = 4;
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 120;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File)) return [];
        var steps = new List<PlayStep>();
        for (var year = NextBulletin.YearOf(from, sites.Current); year <= to; year = year.AddYears(1))
            foreach (var (day, number) in (await next.Promised(year, ct)).Select((day, n) => (day, n + 1)))
                for (var nth = 0; nth < Most; nth++) steps.Add(Of(year, number, nth, day.AddDays(1 + 3 * nth)));
        return steps;
    }

    private PlayStep Of(DateOnly year, int number, int nth, DateOnly day) =>
        new(day.At(new TimeOnly(9, 30), sites.Current.Zone), $"Put a story of bulletin {number} on the website", (s, ct) => Publish(s, year, number, nth, ct));

    private static async Task Publish(IServiceProvider services, DateOnly year, int number, int nth, CancellationToken ct)
    {
        var (db, current, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<CurrentContent>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Kind == EditionKind.Bulletin && e.Year == year && e.Number == number && e.State == EditionState.Sent, ct) is not { } edition) return;
        var open = (await current.Items(edition, ct)).Where(i => i is { Circulation: Circulation.Public, Kind: not ItemKind.Statement }).Skip(nth).FirstOrDefault();
        if (open is null || await db.Set<PublishedItem>().AnyAsync(p => p.Item == open.Id, ct)) return;
        await services.GetRequiredService<PutOnWebsite>().Run(open.Id, (await current.Of(open, ct)).Hash(), open.Kind, null, Team, now, ct);
    }
}
