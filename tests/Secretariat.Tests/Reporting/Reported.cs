using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Planning.ByHand;
using Secretariat.Reporting.Operational;
using Secretariat.Tests.Given;
using Secretariat.Tests.Planning;

namespace Secretariat.Tests.Reporting;

/// <summary>The three chambers on the morning on which the first report of their plan is due.</summary>
internal static class Reported
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TheNetwork> Begin()
    {
        var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(ThePlan.Now);
        var first = (await network.Planned())[0].Period.Due;
        network.Clock.StopAt(new DateTimeOffset(first.ToDateTime(new(9, 0)), TimeSpan.Zero));
        return network;
    }

    public static Task<IReadOnlyList<PlannedReport>> Planned(this TheNetwork network) => network.In(async s =>
    {
        var calendar = s.GetRequiredService<ReportCalendar>();
        var (plan, outcome) = (await calendar.Promise(DateOnly.FromDateTime(network.Now.UtcDateTime), Ct))!.Value;
        return await calendar.Of(plan, outcome, Ct);
    });

    public static async Task Bulletin(this TheNetwork network, string title, DateOnly on)
    {
        var outcome = await network.Db(db => db.Set<Outcome>().Where(o => o.Code == "S.1").Select(o => o.Id).SingleAsync(Ct));
        await network.Has(new HandEvidence(outcome, on, title, "https://files.example/1", null, new(null, "Tomás Reed"), network.Now, on));
    }

    public static Task<OperationalReport> Drafted(this TheNetwork network, string introduction = "A quiet quarter.") => network.In(async s =>
    {
        var write = s.GetRequiredService<WriteReport>();
        var report = await write.Draft(1, false, TheNetwork.Staff, network.Now, Ct);
        await write.Say(report.Id, introduction, new Dictionary<string, string?> { ["S"] = "Bulletins are read." }, TheNetwork.Staff, Ct);
        return await network.Report(report.Id);
    });

    public static async Task<OperationalReport> Issued(this TheNetwork network, Guid? meeting = null)
    {
        var draft = await network.Drafted();
        await network.Issues(draft.Id, meeting);
        return await network.Report(draft.Id);
    }

    public static async Task Issues(this TheNetwork network, Guid id, Guid? meeting = null)
    {
        var read = (await network.Report(id)).Hash();
        await network.In(s => s.GetRequiredService<WriteReport>().Issue(id, meeting, read, new(null, "Ottoline Marsh"), network.Now, Ct));
    }

    public static Task<OperationalReport> Report(this TheNetwork network, Guid id) => network.Db(db => db.Set<OperationalReport>().AsNoTracking().SingleAsync(r => r.Id == id, Ct));
}
