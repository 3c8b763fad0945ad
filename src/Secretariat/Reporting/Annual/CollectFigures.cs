using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual;

/// <summary>Opens the collection of a year's figures, and keeps, sends in, sends back and signs off what each member gives.</summary>
public sealed class CollectFigures(Db db, Sites sites)
{
    public Task<AnnualReport> Open(Guid plan, string? title, DateOnly? closes, bool invented, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        await db.Set<Plan>().Where(p => p.Id == plan).ExecuteUpdateAsync(s => s.SetProperty(p => p.Title, p => p.Title), ct);
        if (await db.Set<AnnualReport>().FirstOrDefaultAsync(r => r.Plan == plan, ct) is { } there) return there;
        if (!await db.Set<Indicator>().AnyAsync(ct)) throw new RuleBroken("There are no indicators to ask for. Load a pack with indicators.yaml first.");
        var year = (await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == plan, ct)).Year;
        var report = new AnnualReport(plan, year.Code, title, closes ?? throw new RuleBroken("Choose the last day for figures.", "Closes"), now.DateIn(sites.Current.Zone), now) { Invented = invented };
        db.Add(report);
        await db.Save(by, "Ask members for figures", ct);
        return report;
    }, ct);

    /// <summary>Keeps what somebody of the member typed, and sends it in or signs it off when that was pressed.</summary>
    public Task Answer(Guid report, Guid member, IReadOnlyList<AnnualFigure> figures, string? story, ReturnPress press, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        if (!(await Locked(report, ct)).IsOpen) throw new RuleBroken("The report is approved, so figures do not change any more. Tell the secretariat if something is wrong.");
        var today = now.DateIn(sites.Current.Zone);
        if (by.Person is not { } person || !await AnswersForMember.May(db, member, person, today, ct)) throw new RuleBroken("Whoever answers for a member holds a position there today.");
        if (await db.Set<MemberReturn>().SingleOrDefaultAsync(r => r.Report == report && r.Member == member, ct) is not { } given) db.Add(given = new MemberReturn(report, member));
        given.Write(figures, story, by, now);
        if (press != ReturnPress.Keep) given.SendIn(now);
        if (press == ReturnPress.SignOff) given.SignOff(await AnswersForMember.SignsAs(db, member, person, today, ct), by, now);
        await db.Save(by, press switch { ReturnPress.Keep => "Keep figures", ReturnPress.SendIn => "Send figures in", _ => "Sign figures off" }, ct);
    }, ct);

    public Task SendBack(Guid report, Guid member, string? why, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        if (!(await Locked(report, ct)).IsOpen) throw new RuleBroken("The report is approved. Take the approval back first.");
        var given = await db.Set<MemberReturn>().SingleOrDefaultAsync(r => r.Report == report && r.Member == member, ct) ?? throw new RuleBroken("Nothing has come from it yet.");
        given.SendBack(why);
        await db.Save(by, "Send figures back", ct);
    }, ct);

    public Task Say(Guid report, string? title, string? introduction, string? source, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        (await Locked(report, ct)).Say(title, introduction, source);
        await db.Save(by, "Write annual report", ct);
    }, ct);

    private async Task<AnnualReport> Locked(Guid id, CancellationToken ct)
    {
        await db.Set<AnnualReport>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Year, r => r.Year), ct);
        var report = await db.Set<AnnualReport>().SingleAsync(r => r.Id == id, ct);
        await db.Entry(report).ReloadAsync(ct);
        return report;
    }
}

public enum ReturnPress { Keep, SendIn, SignOff }
