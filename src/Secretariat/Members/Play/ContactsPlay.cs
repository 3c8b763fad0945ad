using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Checks;
using Secretariat.Members.Duplicates;
using Secretariat.Members.Imports;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Members.Play;

/// <summary>In the sample year a file of contacts comes in, what it brought twice is merged, and in the month of the check most people look at their details and some correct them.</summary>
public sealed class ContactsPlay(Sites sites) : IPlayPart
{
    private const string File = "year/contacts.yaml";
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 45;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        void At(YamlMappingNode map, string key, TimeOnly time, string what, Func<IServiceProvider, CancellationToken, Task> verb)
        {
            if (map.Date(key) is { } day) steps.Add(new(day.At(time, sites.Current.Zone), what, verb));
            else pack.Fault(File, map.Line(), $"it needs a day: {key}");
        }
        foreach (var map in root.Maps("imports"))
        {
            var name = map.Text("file") ?? "";
            if (!pack.Has(name)) pack.Fault(File, map.Line(), $"there is no file {name}");
            At(map, "day", new(11, 0), $"Import {name}", (s, ct) => Import(s, pack.PathOf(name), ct));
            At(map, "merged", new(10, 0), "Merge what came twice", Merge);
        }
        foreach (var map in root.Maps("corrections"))
        {
            var key = map.Text("person") ?? "";
            At(map, "day", new(12, 0), "Somebody corrects their details", (s, ct) => Correct(s, key, new(null, map.Text("email"), map.Text("phone"), map.Text("words")), ct));
            At(map, "settled", new(10, 30), "A correction is taken over", (s, ct) => Settle(s, key, ct));
        }
        foreach (var map in root.Maps("looks")) At(map, "day", new(17, 30), "People look at their details", (s, ct) => Look(s, map.Whole("of_ten") ?? 5, ct));
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static async Task Import(IServiceProvider services, string path, CancellationToken ct)
    {
        var (db, import) = (services.GetRequiredService<Db>(), services.GetRequiredService<ImportPeople>());
        var read = await services.GetRequiredService<ReadPeople>().Run(path, Path.GetFileName(path), null, false, true, Team, ct);
        await import.Begin(read.Id, Team, ct);
        await import.GoOn(read.Id, ct);
        foreach (var person in await db.Set<Person>().Where(p => !p.Invented && db.Set<ImportRow>().Any(r => r.Import == read.Id && r.Person == p.Id)).ToListAsync(ct)) person.Invented = true;
        await db.Save(Team, "Mark as invented", ct);
    }

    private static async Task Merge(IServiceProvider services, CancellationToken ct)
    {
        foreach (var pair in await Lookalikes.Find(services.GetRequiredService<Db>(), 1, ct)) await services.GetRequiredService<MergePeople>().Run(pair.Other, pair.One, Team, ct);
    }

    private static async Task Correct(IServiceProvider services, string key, Correction correction, CancellationToken ct)
    {
        var person = await Called(services, key, ct);
        await services.GetRequiredService<AnswerCheck>().Wrong(person.Id, correction, CheckWay.Link, new(person.Id, person.Name), Now(services), ct);
    }

    private static async Task Settle(IServiceProvider services, string key, CancellationToken ct)
    {
        var person = await Called(services, key, ct);
        var check = await services.GetRequiredService<Db>().Set<DetailsCheck>().Where(c => c.Person == person.Id && c.SettledAt == null).Select(c => c.Id).SingleAsync(ct);
        await services.GetRequiredService<AnswerCheck>().Settle(check, true, Team, Now(services), ct);
    }

    // Which of them look follows from their place in the list, so that every play is the same.
    private static async Task Look(IServiceProvider services, int ofTen, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), Now(services));
        if (await db.Set<CheckRound>().AsNoTracking().OrderByDescending(r => r.Opens).FirstOrDefaultAsync(ct) is not { } round) return;
        var waiting = await CheckAsks.Unchecked(db, round, now.DateIn(services.GetRequiredService<Sites>().Current.Zone)).OrderBy(p => p.EmailKey).Select(p => p.Id).ToListAsync(ct);
        await services.GetRequiredService<AnswerCheck>().Right([.. waiting.Where((_, n) => n * 7 % 10 < ofTen)], CheckWay.Link, new(null, "the people themselves"), now, ct);
    }

    private static async Task<Person> Called(IServiceProvider services, string key, CancellationToken ct) =>
        await services.GetRequiredService<Db>().Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.PackKey == key, ct) ?? throw new RuleBroken($"The sample year’s “{key}” is not among its people.");

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
