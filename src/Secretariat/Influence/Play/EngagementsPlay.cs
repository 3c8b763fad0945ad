using Microsoft.EntityFrameworkCore;
using Secretariat.Influence.Engagements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Influence.Play;

/// <summary>In the sample year the team and the Board's Chairs keep in touch, promise things and keep them, and members say to whom they talk themselves.</summary>
public sealed class EngagementsPlay(Sites sites) : IPlayPart
{
    private static readonly TimeOnly Morning = new(9, 5), Noon = new(12, 35), Late = new(16, 20);

    public int Order => 57;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(PlayNames.File) || pack.Yaml(PlayNames.File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        var zone = sites.Current.Zone;
        void At(YamlMappingNode map, string key, TimeOnly time, string what, Func<IServiceProvider, CancellationToken, Task> verb)
        {
            if (map.Date(key) is { } day) steps.Add(new(day.At(time, zone), what, verb));
            else pack.Fault(PlayNames.File, map.Line(), $"it needs a day: {key}");
        }
        if (root.Map("relationships") is { } care) At(care, "day", Morning, "Say who looks after which organisation", (s, ct) => Look(s, care, ct));
        foreach (var talk in root.Maps("talks")) At(talk, "day", Noon, "A member says to whom it talks", (s, ct) => Talk(s, talk, ct));
        foreach (var contact in root.Maps("engagements"))
        {
            At(contact, "day", Late, $"Log a contact with {contact.Text("organisation")}", (s, ct) => Log(s, contact, ct));
            foreach (var promise in contact.Maps("promises"))
                if (promise.Date("ends") is not null) At(promise, "ends", Noon, "A promise is kept or let go", (s, ct) => End(s, promise, ct));
        }
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static async Task Look(IServiceProvider services, YamlMappingNode care, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.Now());
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        foreach (var map in care.Maps("with"))
        {
            var relationship = new Relationship(await db.Organisation(map.Text("organisation"), ct), today) { Invented = true };
            relationship.Look(await db.Person(map.Text("owner") ?? "", ct), map.Whole("days"));
            db.Add(relationship);
        }
        await db.Save(PlayNames.Team, "Say who looks after an organisation", ct);
    }

    private static async Task Talk(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.Now());
        var (member, body, person) = (await db.Organisation(map.Text("member"), ct), await db.Organisation(map.Text("organisation"), ct), await db.Person(map.Text("person") ?? "", ct));
        var name = await db.Set<Members.People.Person>().Where(p => p.Id == person).Select(p => p.Name).SingleAsync(ct);
        await services.GetRequiredService<ReportTalk>().Run(member, new(body, map.Text("about"), map.Text("who"), null), person, new Actor(person, name), now, ct);
        foreach (var talk in await db.Set<MemberTalk>().Where(t => t.Member == member && t.Organisation == body && !t.Invented).ToListAsync(ct)) talk.Invented = true;
        await db.Save(PlayNames.Team, "Mark as invented", ct);
    }

    private static async Task Log(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.Now());
        var draft = new EngagementDraft(await db.Organisation(map.Text("organisation"), ct), map.Date("day"), map.Text("said")) { Theme = map.Text("theme"), NextOn = map.Date("next"), Invented = true };
        List<PromiseDraft> promises = [];
        foreach (var promise in map.Maps("promises"))
            promises.Add(new(promise.Text("by") is { } by && by != "them" ? await db.Person(by, ct) : null, promise.Text("what"), promise.Date("due")));
        await services.GetRequiredService<LogEngagement>().Run(draft, new(await db.People([.. map.Texts("ours")], ct), await db.People([.. map.Texts("theirs")], ct), null), promises, PlayNames.Team, now, ct);
    }

    private static async Task End(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var (db, now, what) = (services.GetRequiredService<Db>(), services.Now(), map.Text("what"));
        if (await db.Set<Promise>().FirstOrDefaultAsync(p => p.What == what && p.End == null, ct) is not { } promise) return;
        if (map.Text("let_go") is { } why) promise.LetGo(why, now);
        else promise.Keep(map.Text("outcome"), now);
        await db.Save(promise.Person is { } person ? new Actor(person, promise.Name) : PlayNames.Team, promise.End == PromiseEnd.Kept ? "Keep promise" : "Let promise go", ct);
    }
}
