using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements.Play;
using Secretariat.Influence.Lines;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Influence.Play;

/// <summary>In the sample year facts are set as lines, Chairs let their words be quoted, and one line stands under a mandate until it ends.</summary>
public sealed class LinesPlay(Sites sites) : IPlayPart
{
    private static readonly TimeOnly Afternoon = new(14, 5);

    public int Order => 96;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(PlayNames.File) || pack.Yaml(PlayNames.File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        foreach (var map in root.Maps("lines"))
            if (map.Date("day") is { } day) steps.Add(new(day.At(Afternoon, sites.Current.Zone), $"Set a line on {map.Text("theme")}", (s, ct) => Set(s, map, ct)));
            else pack.Fault(PlayNames.File, map.Line(), "a line needs a day");
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static async Task Set(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var (db, verb, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<SetLine>(), services.Now());
        var (theme, text, until) = (map.Text("theme"), map.Text("text"), map.Date("until"));
        Line line;
        if (map.Text("mandate") is { } code)
        {
            if (await StatementsPlay.MandateFor(db, code, ct) is not { } mandate) return;
            line = await verb.OfNetwork(theme, mandate.Id, until, PlayNames.Team, now, ct);
        }
        else if (map.Text("person") is { } key)
        {
            var person = await db.Person(key, ct);
            var name = await db.Set<Members.People.Person>().Where(p => p.Id == person).Select(p => p.Name).SingleAsync(ct);
            line = await verb.OfMember(theme, text, new(await db.Organisation(map.Text("member"), ct), name, person, null), until, new Actor(person, name), now, ct);
        }
        else line = await verb.Facts(theme, text, map.Text("source"), until, PlayNames.Team, now, ct);
        line = await db.Set<Line>().SingleAsync(l => l.Id == line.Id, ct);
        line.Invented = true;
        await db.Save(PlayNames.Team, "Mark as invented", ct);
    }
}
