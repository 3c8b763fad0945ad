using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Knowledge.Play;

/// <summary>In the sample year officers write cases, the team looks them over, others say that they use them, ask and answer: by the verbs that they use.</summary>
public sealed class PracticePlay(Sites sites) : IPlayPart
{
    private const string File = "year/practice.yaml";
    private static readonly Actor Team = new(null, "the sample year’s team");
    private readonly Dictionary<string, Guid> _cases = [];

    public int Order => 57;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        foreach (var script in root.Maps("cases").Select(m => new CaseScript(m)))
            if (script.Day is not { } day || script.Key.Length == 0 || (script.By is null && script.Member is null)) pack.Fault(File, script.Line, "a case needs a key, a day, and who writes it (“by”) or whose it is (“member”)");
            else steps.AddRange(Of(script, day));
        foreach (var script in root.Maps("questions").Select(m => new QuestionScript(m)))
            if (script.Day is not { } day || script.By.Length == 0) pack.Fault(File, script.Line, "a question needs a day and who asks it (“by”)");
            else steps.AddRange(Of(script, day));
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private IEnumerable<PlayStep> Of(CaseScript script, DateOnly day)
    {
        yield return new(At(day, 11), $"Case written: {script.Key}", async (s, ct) =>
        {
            var (write, db) = (s.GetRequiredService<WriteCase>(), s.GetRequiredService<Db>());
            var writer = script.By is { } by ? await Called(db, by, Now(s), ct) : null;
            var member = writer?.Member ?? await db.Set<Organisation>().Where(o => o.Code == script.Member).Select(o => o.Id).SingleAsync(ct);
            var actor = writer?.Actor ?? Team;
            var made = await write.New(member, [], script.Draft(actor.Person), true, actor, Now(s), ct);
            _cases[script.Key] = made.Id;
            if (writer is not null) await write.Offer(made.Id, actor, Now(s), ct);
        });
        if (script.Waits) yield break;
        yield return new(At(day.AddDays(script.SharedAfter), 15), $"Case shared: {script.Key}", async (s, ct) =>
        {
            var (db, id) = (s.GetRequiredService<Db>(), _cases[script.Key]);
            var latest = await db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => v.Of == id, ct);
            await s.GetRequiredService<ShareCase>().Run(id, latest.Hash(), script.IsPublic ? ItemKind.Success : null, script.IsPublic ? latest.WrittenBy : script.By is null ? "its chief executive" : null, Team, Now(s), ct);
        });
        foreach (var (on, person, how) in script.Uses)
            yield return new(At(on, 12), $"Case used: {script.Key}", async (s, ct) =>
            {
                var user = await Called(s.GetRequiredService<Db>(), person, Now(s), ct);
                await s.GetRequiredService<UseCase>().Say(_cases[script.Key], user.Member, how, user.Actor, Now(s), ct);
            });
    }

    private IEnumerable<PlayStep> Of(QuestionScript script, DateOnly day)
    {
        Guid? id = null;
        yield return new(At(day, 10), $"Asked: {script.Subject}", async (s, ct) =>
        {
            var asker = await Called(s.GetRequiredService<Db>(), script.By, Now(s), ct);
            id = (await s.GetRequiredService<AskTheme>().Ask(script.Theme, script.Subject, script.Words, asker.Member, asker.Actor.Person!.Value, true, asker.Actor, Now(s), ct)).Id;
        });
        foreach (var (on, by, words, pointed) in script.Answers)
            yield return new(At(on, 14), $"Answered: {script.Subject}", async (s, ct) =>
            {
                var knows = await Called(s.GetRequiredService<Db>(), by, Now(s), ct);
                await s.GetRequiredService<AskTheme>().Answer(id!.Value, words, pointed is null ? null : _cases[pointed], knows.Member, knows.Actor, Now(s), ct);
            });
        if (script.Closed is { } end)
            yield return new(At(end, 16), $"Closed: {script.Subject}", async (s, ct) => await s.GetRequiredService<AskTheme>().Close(id!.Value, (await Called(s.GetRequiredService<Db>(), script.By, Now(s), ct)).Actor, Now(s), ct));
    }

    private sealed record Somebody(Actor Actor, Guid Member);

    private async Task<Somebody> Called(Db db, string key, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DateIn(sites.Current.Zone);
        return await (from record in db.Set<Person>()
                      where record.PackKey == key
                      join person in db.Set<Person>() on record.Canonical equals person.Id
                      join position in db.Set<Position>() on record.Id equals position.Person
                      where position.From <= today && (position.To == null || today <= position.To)
                      select new Somebody(new Actor(person.Id, person.Name), position.Organisation)).FirstOrDefaultAsync(ct) ?? throw new RuleBroken($"The sample year’s “{key}” holds no position on {today.Long()}.");
    }

    private DateTimeOffset At(DateOnly day, int hour) => day.At(new TimeOnly(hour, 20), sites.Current.Zone);

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
