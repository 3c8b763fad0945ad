using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds;

/// <summary>What rounds and mandates ask of a person: members to ring before a round closes, a result at which nobody has looked, a receipt that is missing.</summary>
public sealed class RoundsToday(Db db, Sites sites) : IToday
{
    private const int Soon = 3, Awaited = 7;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var (tasks, zone) = (new List<TodayTask>(), sites.Current.Zone);
        var until = today.AddDays(Soon + 1).At(TimeOnly.MinValue, zone);
        foreach (var round in await db.Set<Round>().AsNoTracking().Where(r => r.State == RoundState.Open && (r.ClosesAt < until || r.Held != null)).OrderBy(r => r.ClosesAt).ToListAsync(ct))
        {
            var missing = Tally.Of(await db.Log(round, round.Ends, ct)).Standings.Count(s => s.Stand.IsMissing());
            if (round.Held is not null) tasks.Add(new("Look at", $"{round.Title} A restored backup holds it: say until when it goes on", $"/desk/rounds/{round.Id}", round.ClosesAt.DateIn(zone)));
            else if (missing > 0) tasks.Add(new("Ring", $"{missing} still to answer: {round.Title}", $"/desk/rounds/{round.Id}/call-sheet", round.ClosesAt.DateIn(zone)));
        }
        foreach (var round in await db.Set<Round>().IgnoreAutoIncludes().Where(r => r.State == RoundState.Closed && r.SeenAt == null).OrderBy(r => r.ClosedAt).Select(r => new { r.Id, r.Title }).ToListAsync(ct))
            tasks.Add(new("Look at", $"It has closed: {round.Title}", $"/desk/rounds/{round.Id}", null));
        return [.. tasks, .. await Mandates(today, zone, ct)];
    }

    private async Task<IEnumerable<TodayTask>> Mandates(DateOnly today, TimeZoneInfo zone, CancellationToken ct)
    {
        var doubted = await db.Set<Mandate>().IgnoreAutoIncludes().Where(m => m.Doubt != null && m.WithdrawnAt == null).OrderBy(m => m.GivenAt).Select(m => new { m.Id, m.Subject }).ToListAsync(ct);
        var awaited = await db.Set<Release>().AsNoTracking().Where(r => (r.Channel == ReleaseChannel.Portal || r.Channel == ReleaseChannel.Letter) && r.HandedInOn == null && r.CameToNothing == null).OrderBy(r => r.At).ToListAsync(ct);
        return
        [
            .. doubted.Select(m => new TodayTask("Confirm", $"Does the mandate for “{m.Subject}” still stand? A backup was restored", $"/desk/mandates/{m.Id}", null)),
            .. awaited.Select(r => new TodayTask("File", $"The receipt of a statement taken out by hand: {r.Title}", $"/desk/releases/{r.Id}", r.At.DateIn(zone).AddDays(Awaited) is var due && due < today ? today : due)),
        ];
    }
}
