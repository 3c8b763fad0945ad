using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Asks;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks;

/// <summary>Asks whoever holds a position whether their details are right, in the weekly letter and never in one of its own.</summary>
public sealed class CheckAsks(Settings settings, Sites sites) : IAsk
{
    private const int IdBytes = 16, Minutes = 1;
    private readonly LinkKey _key = new(settings, "details");

    public string Kind => "details";

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await db.Set<CheckRound>().AsNoTracking().ToListAsync(ct)).Select(r => r.ClosesAt(sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var (zone, today) = (sites.Current.Zone, now.DateIn(sites.Current.Zone));
        if (await db.Set<CheckRound>().AsNoTracking().OrderByDescending(r => r.Opens).FirstOrDefaultAsync(ct) is not { } round || round.OpenedAt > now) return [];
        var closes = round.ClosesAt(zone);
        // In its last days it would go alone, and for this nobody is written to alone.
        if (closes <= now || (of is null && closes - now <= AskRules.Soon)) return [];
        return [.. (await Unchecked(db, round, today).Where(p => of == null || p.Id == of).Select(p => new { p.Id, p.Name, p.Email }).ToListAsync(ct))
            .Select(p => new Ask(Kind, round.Id.ToString("N"), p.Id, p.Name, p.Email, "Are your details still right?", round.OpenedAt, closes, Minutes, "/my/details"))];
    }

    /// <summary>Who holds a position on a day, can be written to, and has not looked for this year.</summary>
    public static IQueryable<Person> Unchecked(Db db, CheckRound round, DateOnly day)
    {
        var since = round.FreshSince;
        var looked = db.Set<DetailsCheck>().Where(DetailsCheck.Stands).Where(c => c.At >= since).Join(db.Set<Person>(), c => c.Person, p => p.Id, (_, p) => p.Canonical);
        return Freshness.Holders(db, day).Where(p => p.EmailKey != "" && !looked.Contains(p.Id));
    }

    public string Link(string key, Guid person) => "/a/d/" + _key.Token([.. Guid.Parse(key).ToByteArray(), .. person.ToByteArray()]);

    public (Guid Round, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 2 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes))) : null;
}
