using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Publishing.Newsletters;

/// <summary>In the sample year people ask for the newsletter and confirm it, and each newsletter gathers what stands on the website, is approved and goes out on its promised day.</summary>
public sealed class NewslettersPlay(NextBulletin next, Sites sites) : IPlayPart
{
    private const string File = "year/newsletters.yaml";
    private const int Stories = 5;
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 110;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return [];
        var (zone, steps) = (sites.Current.Zone, new List<PlayStep>());
        foreach (var subscriber in root.Maps("subscribers"))
        {
            if (subscriber.Date("day") is not { } day || subscriber.Text("email") is not { } email)
            {
                pack.Fault(File, subscriber.Line(), "a subscriber needs an “email” and a “day”");
                continue;
            }
            steps.Add(new(day.At(new TimeOnly(12, 10), zone), "Somebody asks for the newsletter", (s, stop) => s.GetRequiredService<SignUp>().Ask(email, subscriber.Text("name"), stop, invented: true)));
            steps.Add(new(day.At(new TimeOnly(12, 40), zone), "Somebody confirms the newsletter", (s, stop) => Confirm(s, email, stop)));
        }
        for (var year = NextBulletin.YearOf(from, sites.Current); year <= to; year = year.AddYears(1))
        {
            if (await next.Promised(year, ct, EditionKind.Newsletter) is not { Count: > 0 } promised) continue;
            foreach (var script in root.Maps("newsletters"))
            {
                if (script.Whole("number") is not { } number || number < 1 || number > promised.Count) pack.Fault(File, script.Line(), $"the plan promises no newsletter {script.Text("number")}");
                else steps.Add(new(promised[number - 1].At(new TimeOnly(9, 0), zone), $"Write and approve newsletter {number}", (s, stop) => Make(s, script, year, number, promised[number - 1].At(new TimeOnly(11, 0), zone), stop)));
            }
            break;
        }
        return steps;
    }

    private static async Task Confirm(IServiceProvider services, string email, CancellationToken ct)
    {
        var key = email.ToLowerInvariant();
        if (await services.GetRequiredService<Db>().Set<Subscriber>().Where(s => s.EmailKey == key).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct) is { } id) await services.GetRequiredService<SignUp>().Confirm(id, ct);
    }

    private static async Task Make(IServiceProvider services, YamlMappingNode script, DateOnly year, int number, DateTimeOffset at, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.Set<Edition>().AnyAsync(e => e.Kind == EditionKind.Newsletter && e.Number == number && e.State != EditionState.Cancelled, ct)) return;
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        var carried = (await db.Set<Edition>().Where(e => e.Kind == EditionKind.Newsletter && e.State != EditionState.Cancelled).Select(e => e.Items).ToListAsync(ct)).SelectMany(i => i).ToHashSet();
        var stories = (await services.GetRequiredService<PublicNews>().Latest(60, ct)).Select(s => s.Of.Item).Where(i => !carried.Contains(i)).Take(Stories).ToList();
        if (stories.Count == 0) return;
        var edition = new Edition(number, year, script.Text("subject") ?? "", script.Text("intro"), EditionKind.Newsletter) { Invented = true };
        var items = await db.Set<Item>().AsNoTracking().Where(i => stories.Contains(i.Id)).ToListAsync(ct);
        foreach (var item in items.OrderBy(i => stories.IndexOf(i.Id))) edition.Gather(item, today);
        db.Add(edition);
        await db.Save(Team, "Write newsletter", ct);
        var content = await services.GetRequiredService<CurrentContent>().Of(edition, ct);
        edition.Approve(await services.GetRequiredService<EditionGate>().Pass(edition, content, Team, ct), content.Hash(), content.Items.ToDictionary(i => i.Item, i => i.Kind), Team, now);
        await db.Save(Team, "Approve newsletter", ct);
        var readers = (await services.GetRequiredService<Readers>().Expected(today, ct, EditionKind.Newsletter)).Count(r => r.Gets);
        await services.GetRequiredService<ScheduleEdition>().Run(edition, at, readers, Team, now, ct);
    }
}
