using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Wishes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Play;

/// <summary>In the sample year chief executives are asked once what workshops should be about; some propose, and most rank. Its workshops are made of that.</summary>
public sealed class WishesPlay(Sites sites) : IPlayPart
{
    private const string File = "year/events.yaml";
    private static readonly Actor Team = new(null, "the sample year’s team");

    private sealed record Proposed(string Title, string? Theme, string? Why);

    public int Order => 45;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (pack.Has(File) && pack.Yaml(File) is { } root)
            foreach (var call in root.Maps("wishes"))
            {
                if (call.Date("opens") is not { } opens || call.Date("closes") is not { } closes) { pack.Fault(File, call.Line(), "a call for wishes needs the days on which it opens and closes"); continue; }
                List<Proposed> proposals = [.. call.Maps("proposals").Select(p => new Proposed(p.Text("title") ?? "", p.Text("theme"), p.Text("why")))];
                steps.Add(new(opens.At(new TimeOnly(9, 0), sites.Current.Zone), "Ask for wishes", (s, t) => s.GetRequiredService<RankWishes>().Open(closes, Team, Now(s), t)));
                steps.Add(new(opens.AddDays(4).At(new TimeOnly(15, 0), sites.Current.Zone), "Propose workshops", (s, t) => Propose(s, proposals, t)));
                steps.Add(new(opens.AddDays(9).At(new TimeOnly(15, 0), sites.Current.Zone), "Rank workshops", Rank));
            }
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static async Task Propose(IServiceProvider services, IReadOnlyList<Proposed> proposals, CancellationToken ct)
    {
        var (call, seats, now) = await Asked(services, ct);
        foreach (var (proposal, n) in proposals.Select((p, n) => (p, n)))
        {
            var seat = seats[n * 5 % seats.Count];
            await services.GetRequiredService<RankWishes>().Propose(call, seat.Member, seat.Person, new(proposal.Title, proposal.Theme, proposal.Why), new(seat.Person, seat.Name), now, ct);
        }
    }

    // Which three follows from a member's place in the list, so that every play is the same; one in nine says nothing.
    private static async Task Rank(IServiceProvider services, CancellationToken ct)
    {
        var (call, seats, now) = await Asked(services, ct);
        var wishes = await services.GetRequiredService<Db>().Set<Wish>().AsNoTracking().Where(w => w.Call == call).OrderBy(w => w.At).ThenBy(w => w.Id).Select(w => w.Id).ToListAsync(ct);
        foreach (var (seat, n) in seats.Select((s, n) => (s, n)).Where(s => s.n % 9 != 4))
            await services.GetRequiredService<RankWishes>().Rank(call, seat.Member, seat.Person, [.. new[] { n * n, n + 1, (n / 3) + 3 }.Select(p => wishes[p % wishes.Count]).Distinct().Select(w => (Guid?)w)], new(seat.Person, seat.Name), now, ct);
    }

    private static async Task<(Guid Call, IReadOnlyList<ChiefExecutives.Seat> Seats, DateTimeOffset Now)> Asked(IServiceProvider services, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), Now(services));
        var seats = await ChiefExecutives.On(db, now.DateIn(services.GetRequiredService<Sites>().Current.Zone), ct);
        return (await db.Set<WishCall>().OrderByDescending(c => c.Closes).Select(c => c.Id).FirstAsync(ct), [.. seats.DistinctBy(s => s.Member)], now);
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
