using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Media;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Play;

/// <summary>In the sample year press officers say on what they speak, journalists ring, the team rings the list down, and one of five things comes of it.</summary>
public sealed class MediaPlay(Sites sites) : IPlayPart
{
    public int Order => 56;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(EnquiriesPlay.File) || pack.Yaml(EnquiriesPlay.File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        var zone = sites.Current.Zone;
        foreach (var speaks in root.Maps("speakers"))
            if (speaks.Date("day") is { } day && speaks.Text("person") is { } key) steps.Add(new(day.At(new TimeOnly(9, 10), zone), "Says on what they speak", (s, ct) => Say(s, key, [.. speaks.Texts("themes")], ct)));
            else pack.Fault(EnquiriesPlay.File, speaks.Line(), "a speaker needs a day and the key of a person");
        foreach (var script in root.Maps("media").Select(map => new MediaScript(map)))
            if (script.Day is not { } day || script.Outcome is null) pack.Fault(EnquiriesPlay.File, script.Line, "a media request needs a day and an outcome");
            else steps.AddRange(Of(script, day, zone));
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static IEnumerable<PlayStep> Of(MediaScript script, DateOnly day, TimeZoneInfo zone)
    {
        Guid? id = null;
        yield return new(day.At(new TimeOnly(9, 30), zone), $"{script.Outlet} asks", async (s, ct) => id = (await s.GetRequiredService<SettleMedia>().Take(script.Draft(day.At(new TimeOnly(16, 0), zone)), EnquiriesPlay.Team, Now(s), ct)).Id);
        yield return new(day.At(new TimeOnly(11, 45), zone), $"{script.Outlet} is answered", (s, ct) => Settle(s, id!.Value, script, ct));
    }

    private static async Task Settle(IServiceProvider services, Guid id, MediaScript script, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), Now(services));
        var request = await db.Set<MediaRequest>().AsNoTracking().SingleAsync(r => r.Id == id, ct);
        var list = (await services.GetRequiredService<Speakers>().Of(request, now.DateIn(services.GetRequiredService<Sites>().Current.Zone), ct)).People;
        List<Speaker> rung = [.. list.Take(script.Calls)];
        var spoke = script.Outcome == MediaOutcome.MemberSpoke;
        foreach (var (speaker, n) in rung.Select((p, n) => (p, n)))
            db.Add(new MediaCall(id, speaker.Member, speaker.Person, speaker.Name, spoke && n == rung.Count - 1 ? CallResult.Agreed : CallResult.No, EnquiriesPlay.Team.Name, now));
        await db.Save(EnquiriesPlay.Team, "Log media call", ct);
        await services.GetRequiredService<SettleMedia>().Run(id, new(script.Outcome, spoke ? rung[^1].Code : null, spoke ? rung[^1].Name : null, script.Said, script.Source), EnquiriesPlay.Team, now, ct);
    }

    private static async Task Say(IServiceProvider services, string key, IReadOnlyList<string> themes, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        var person = await db.Set<Person>().Where(p => p.PackKey == key).Select(p => new { p.Canonical, p.Name }).SingleOrDefaultAsync(ct) ?? throw new RuleBroken($"The sample year’s speaker “{key}” is not among its people.");
        var speaks = new SpeaksOn(person.Canonical);
        speaks.Say(themes, null);
        db.Add(speaks);
        await db.Save(new Actor(person.Canonical, person.Name), "Say on what somebody speaks", ct);
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
