using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements.Play;
using Secretariat.Influence.Consultations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Influence.Play;

/// <summary>In the sample year consultations are taken up and decided; views are gathered for one, its text is that of a round, and what left under the mandate is what counts.</summary>
public sealed class ConsultationsPlay(Sites sites) : IPlayPart
{
    private static readonly TimeOnly Morning = new(9, 40), Noon = new(12, 10), Late = new(15, 50), Evening = new(17, 0);

    // After the rounds that they belong to.
    public int Order => 95;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(PlayNames.File) || pack.Yaml(PlayNames.File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        void At(YamlMappingNode map, string key, TimeOnly time, string what, Func<IServiceProvider, CancellationToken, Task> verb)
        {
            if (map.Date(key) is { } day) steps.Add(new(day.At(time, sites.Current.Zone), what, verb));
            else pack.Fault(PlayNames.File, map.Line(), $"it needs a day: {key}");
        }
        foreach (var map in root.Maps("consultations"))
        {
            var title = map.Text("title") ?? "";
            At(map, "taken", Morning, $"Take up {title}", (s, ct) => Take(s, map, ct));
            foreach (var decided in map.Maps("decided")) At(decided, "day", Noon, $"Decide about {title}", (s, ct) => Decide(s, title, decided, ct));
            if (map.Map("views") is { } views)
            {
                At(views, "opens", Late, $"Ask for views on {title}", (s, ct) => Gather(s, title, views, ct));
                At(views, "settled", Morning, $"Settle the views on {title}", (s, ct) => Settle(s, title, views, ct));
                foreach (var said in views.Maps("said")) At(said, "day", Noon, $"Views on {title}", (s, ct) => Say(s, title, said, ct));
            }
            if (map.Map("round") is { } round) At(round, "day", Noon, $"Tie the round to {title}", (s, ct) => Tie(s, title, round, ct));
            foreach (var sent in map.Maps("submissions")) At(sent, "day", Late, $"A member reports what it sent to {title}", (s, ct) => Send(s, title, sent, ct));
        }
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static async Task Take(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        var draft = new ConsultationDraft(map.Text("kind") == "research" ? ConsultationKind.Research : ConsultationKind.Consultation, map.Text("title"))
        {
            Organisation = map.Text("organisation") is { } code ? await db.Organisation(code, ct) : null,
            About = map.Text("about"),
            OpenedOn = map.Date("opened"),
            Deadline = map.Date("deadline"),
            Theme = map.Text("theme"),
            Invented = map.Flag("invented"),
        };
        await services.GetRequiredService<RunConsultation>().Take(draft, PlayNames.Team, services.Now(), ct);
    }

    private static async Task Decide(IServiceProvider services, string title, YamlMappingNode map, CancellationToken ct)
    {
        if (await Find(services, title, ct) is { } id)
            await services.GetRequiredService<RunConsultation>().Decide(id, new(PackText.Parse<Course>(map.Text("course") ?? ""), map.Flag("important"), map.Text("by"), null, map.Text("why")), PlayNames.Team, services.Now(), ct);
    }

    private static async Task Gather(IServiceProvider services, string title, YamlMappingNode map, CancellationToken ct)
    {
        if (await Find(services, title, ct) is not { } id || map.Date("closes") is not { } closes) return;
        var round = await services.GetRequiredService<RunConsultation>().Gather(id, map.Text("rule") ?? "", closes.At(Evening, services.GetRequiredService<Sites>().Current.Zone), PlayNames.Team, ct);
        await services.GetRequiredService<OpenRound>().Run(round, null, PlayNames.Team, services.Now(), ct, write: false);
    }

    private static async Task Say(IServiceProvider services, string title, YamlMappingNode map, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        if (await db.Set<Consultation>().Where(c => c.Title == title).Select(c => c.Views).SingleOrDefaultAsync(ct) is { } round)
            await SampleViews.Say(services, round, [.. map.Maps("members").Select(m => (m.Text("member") ?? "", m.Text("comment")))], ct);
    }

    private static async Task Settle(IServiceProvider services, string title, YamlMappingNode map, CancellationToken ct)
    {
        if (await services.GetRequiredService<Db>().Set<Consultation>().Where(c => c.Title == title).Select(c => c.Views).SingleOrDefaultAsync(ct) is { } round)
            await SampleViews.Settle(services, round, map.Maps("rejected").ToDictionary(m => m.Text("member") ?? "", m => m.Text("why") ?? ""), PlayNames.Team, ct);
    }

    private static async Task Tie(IServiceProvider services, string title, YamlMappingNode map, CancellationToken ct)
    {
        if (await Find(services, title, ct) is { } id && await SampleViews.RoundOf(services.GetRequiredService<Db>(), map.Text("text") ?? "", ct) is { } round)
            await services.GetRequiredService<RunConsultation>().Tie(id, round, PlayNames.Team, ct);
    }

    private static async Task Send(IServiceProvider services, string title, YamlMappingNode map, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        if (await Find(services, title, ct) is not { } id) return;
        var person = map.Text("person") is { } key ? await db.Person(key, ct) : (Guid?)null;
        var by = person is { } known ? new Actor(known, await db.Set<Members.People.Person>().Where(p => p.Id == known).Select(p => p.Name).SingleAsync(ct)) : PlayNames.Team;
        await services.GetRequiredService<ReportSubmission>().Run(id, await db.Organisation(map.Text("member"), ct), new(map.Text("sent"), null, map.Text("link"), PackText.Parse<Circulation>(map.Text("circulation") ?? "members")) { Invented = true, Permitted = map.Text("permitted") }, person, by, services.Now(), ct);
    }

    private static Task<Guid?> Find(IServiceProvider services, string title, CancellationToken ct) => services.GetRequiredService<Db>().Set<Consultation>().Where(c => c.Title == title).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
}
