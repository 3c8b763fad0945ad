using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Road;

/// <summary>The first network with its plan's road walked up to a day, by the verbs that staff and members use.</summary>
internal static class WalkedRoad
{
    public const string Pack = "packs/lep-network";

    public static async Task<TheNetwork> To(DateOnly day, Action<WebApplicationBuilder>? host = null)
    {
        var network = await TheNetwork.Begin(host: host);
        var (first, last) = (new DateOnly(2016, 12, 14), day);
        network.Clock.StopAt(first.At(new TimeOnly(9, 0), TimeZoneInfo.Utc));
        (await network.Import(Pack)).Faults.ShouldBeEmpty();
        var report = new PackReport();
        var folder = new PackFolder(Path.Combine(AppContext.BaseDirectory, Pack), report);
        var steps = await network.In(s => s.GetServices<IPlayPart>().OfType<RoadPlay>().Single().Steps(folder, first, last, default));
        report.Faults.ShouldBeEmpty();
        var runner = network.Services.GetRequiredService<SweepRunner>();
        var end = last.At(new TimeOnly(23, 0), TimeZoneInfo.Utc);
        foreach (var step in steps.Where(s => s.At <= end).OrderBy(s => s.At))
        {
            await runner.RunDue(step.At, default);
            await network.In(s => step.Do(s, default));
        }
        await runner.RunDue(end, default);
        return network;
    }

    public static async Task<PlanStanding> Standing(this TheNetwork network, string year) => await network.In(async s =>
    {
        var standings = s.GetRequiredService<Standings>();
        var today = network.Now.DateIn(TimeZoneInfo.Utc);
        return await standings.Of((await standings.PlanOf(year, today, default))!, today, default);
    });

    public static Task<Round> RoundAbout(this TheNetwork network, string about) => network.Db(db => db.Set<Round>().AsNoTracking().SingleAsync(r => r.About == about));

    public static Task<Plan> PlanOf(this TheNetwork network, int year) => network.Db(async db => (await db.Set<Plan>().AsNoTracking().ToListAsync()).Single(p => p.First.Year == year));
}
