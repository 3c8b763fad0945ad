using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Play;

/// <summary>In the sample year a few texts are put to members: opened, mended, answered, rung about, closed and let out by the verbs that people use.</summary>
public sealed class StatementsPlay(Sites sites) : IPlayPart
{
    private const string File = "year/statements.yaml";

    public int Order => 90;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PlayStep>>(!pack.Has(File) || pack.Yaml(File) is not { } root ? []
            : [.. root.Maps("texts").SelectMany(t => Of(new StatementScript(t, File, root.Flag("invented"), sites.Current.Zone)))]);

    private static IEnumerable<PlayStep> Of(StatementScript script)
    {
        var what = script.Code.Replace('-', ' ');
        yield return new(script.Opens, $"Put {what} to members", (s, ct) => Open(s, script, ct));
        foreach (var version in script.Versions) yield return new(version.At, $"Mend {what}", (s, ct) => Mend(s, script, version, ct));
        foreach (var answers in script.Given) yield return new(answers.At, $"Answer {what}", (s, ct) => Say(s, script, answers, ct));
        foreach (var calls in script.Rung) yield return new(calls.At, $"Ring about {what}", (s, ct) => Ring(s, script, calls, ct));
        if (script.Seen is { } seen) yield return new(seen, $"Look at the result of {what}", (s, ct) => See(s, script, ct));
        foreach (var paragraph in script.Paragraphs) yield return new(paragraph.At, $"Add a paragraph under {what}", (s, ct) => Dissent(s, script, paragraph, ct));
        if (script.Carried is not { } hand) yield break;
        yield return new(hand.At, $"Take out {what}", (s, ct) => TakeOut(s, script, hand, ct));
        yield return new(hand.ReceiptAt, $"Keep the receipt of {what}", (s, ct) => Keep(s, script, hand, ct));
    }

    private static async Task Open(IServiceProvider services, StatementScript script, CancellationToken ct)
    {
        var (db, now, staff) = await Begin(services, ct);
        var about = script.About;
        if (await db.Set<Round>().AnyAsync(r => r.About == about && r.State != RoundState.Cancelled, ct)) return;
        var round = script.Round();
        db.Add(round);
        await db.Save(staff, "Write round", ct);
        await services.GetRequiredService<OpenRound>().Run(round.Id, null, staff, now, ct);
    }

    private static async Task Mend(IServiceProvider services, StatementScript script, StatementScript.Version version, CancellationToken ct)
    {
        var (db, now, staff) = await Begin(services, ct);
        if (await Find(db, script, ct) is { State: RoundState.Open } round)
            await services.GetRequiredService<NewVersion>().Run(round.Id, round.Latest.Number, version.Text, script.Words(version.Text), version.Closes, staff, now, ct);
    }

    private static async Task Say(IServiceProvider services, StatementScript script, StatementScript.Answers answers, CancellationToken ct)
    {
        var (db, now, staff) = await Begin(services, ct);
        if (await Find(db, script, ct) is not { State: RoundState.Open } round) return;
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == round.Id).OrderBy(e => e.Code).ToListAsync(ct);
        var asked = answers.AllBut is { } but ? [.. electors.Where(e => !but.Contains(e.Code))] : answers.Members.Select(m => electors.FirstOrDefault(e => e.Code == m) ?? throw script.NoMember(m)).ToList();
        var voices = await WhoMayAnswer.On(db, asked, now.DateIn(services.GetRequiredService<Sites>().Current.Zone), ct);
        var verb = services.GetRequiredService<AnswerRound>();
        foreach (var elector in asked)
        {
            var chief = voices[elector.Id].First(v => !v.IsPa);
            var voice = answers.ThroughPa ? voices[elector.Id].FirstOrDefault(v => v.IsPa) ?? chief : chief;
            var given = new GivenAnswer(answers.Answer, round.Latest.Hash) { Reason = answers.Reason };
            if (answers.Evidence is { } evidence) await verb.Log(round.Id, elector.Id, chief.Person, given, new Answering(null, "", "", AnswerWay.LoggedByStaff) { EnteredBy = staff, Evidence = evidence }, now, ct);
            else await verb.Run(round.Id, elector.Id, voice.Person, given, AnswerWay.Link, null, now, ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Everybody who is missing by then.</summary>
    private static async Task Ring(IServiceProvider services, StatementScript script, StatementScript.Calls calls, CancellationToken ct)
    {
        var (db, now, staff) = await Begin(services, ct);
        if (await Find(db, script, ct) is not { State: RoundState.Open } round) return;
        foreach (var missing in Tally.Of(await db.Log(round, round.Ends, ct)).Standings.Where(s => s.Stand is Stand.Silent or Stand.Lapsed))
            db.Add(new RoundCall(round, missing.Elector, calls.Outcome, staff, now));
        await db.Save(staff, "Ring about round", ct);
    }

    private static async Task See(IServiceProvider services, StatementScript script, CancellationToken ct)
    {
        var (db, now, staff) = await Begin(services, ct);
        var about = script.About;
        if (await db.Set<Round>().FirstOrDefaultAsync(r => r.About == about && r.State == RoundState.Closed, ct) is not { } round) return;
        round.See(now);
        await db.Save(staff, "Look at the result", ct);
    }

    private static async Task Dissent(IServiceProvider services, StatementScript script, StatementScript.Paragraph paragraph, CancellationToken ct)
    {
        var (db, now, _) = await Begin(services, ct);
        if (await MandateOf(db, script, ct) is not { } mandate) return;
        var elector = await db.Set<Elector>().AsNoTracking().SingleOrDefaultAsync(e => e.Round == mandate.Round && e.Code == paragraph.Member, ct) ?? throw script.NoMember(paragraph.Member);
        var chief = (await WhoMayAnswer.On(db, elector, now.DateIn(services.GetRequiredService<Sites>().Current.Zone), ct)).First(v => !v.IsPa);
        await services.GetRequiredService<AddDissent>().Run(mandate.Id, elector.Id, chief.Person, paragraph.Text, new Dissenting(chief.Person, "", "", AnswerWay.Link), now, ct);
    }

    private static async Task TakeOut(IServiceProvider services, StatementScript script, StatementScript.ByHand hand, CancellationToken ct)
    {
        var (db, now, staff) = await Begin(services, ct);
        if (await MandateOf(db, script, ct) is { } mandate) await services.GetRequiredService<TakeOutStatement>().Run(mandate.Id, ReleaseChannel.Portal, hand.To, null, staff, now, ct);
    }

    private static async Task Keep(IServiceProvider services, StatementScript script, StatementScript.ByHand hand, CancellationToken ct)
    {
        var (db, now, staff) = await Begin(services, ct);
        if (await MandateOf(db, script, ct) is not { } mandate || await db.Set<Release>().FirstOrDefaultAsync(r => r.Mandate == mandate.Id && r.Channel == ReleaseChannel.Portal && r.HandedInOn == null, ct) is not { } release) return;
        var zone = services.GetRequiredService<Sites>().Current.Zone;
        release.HandIn(now.DateIn(zone), hand.Receipt, null, release.At.DateIn(zone), now.DateIn(zone));
        await db.Save(staff, "Give the receipt of a release", ct);
    }

    private static Task<Round?> Find(Db db, StatementScript script, CancellationToken ct)
    {
        var about = script.About;
        return db.Set<Round>().AsNoTracking().Where(r => r.About == about && r.State != RoundState.Cancelled).FirstOrDefaultAsync(ct);
    }

    private static Task<Mandate?> MandateOf(Db db, StatementScript script, CancellationToken ct) => MandateFor(db, script.Code, ct);

    /// <summary>What came of a text of the script; null when it has no mandate, or none yet.</summary>
    public static Task<Mandate?> MandateFor(Db db, string code, CancellationToken ct)
    {
        var about = StatementScript.AboutOf(code);
        return db.Set<Mandate>().AsNoTracking().Where(m => db.Set<Round>().Any(r => r.Id == m.Round && r.About == about)).FirstOrDefaultAsync(ct);
    }

    private static async Task<(Db Db, DateTimeOffset Now, Actor Staff)> Begin(IServiceProvider services, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        var staff = await (from position in db.Set<Position>()
                           where position.Kind == PositionKind.Staff && position.From <= today && (position.To == null || today <= position.To)
                           join person in db.Set<Person>() on position.Person equals person.Id
                           orderby person.SortName
                           select new Actor(person.Id, person.Name)).FirstOrDefaultAsync(ct);
        return (db, now, staff ?? Actor.Pack);
    }
}
