using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Road;

/// <summary>
/// In the sample year the plan's road is walked by the verbs that staff and members use: the Board decides, members are asked,
/// answer, are rung and are told. Who does it is found by position; the pack says when, and what was said.
/// </summary>
public sealed class RoadPlay(Db db, Sites sites) : IPlayPart
{
    private const string File = "year/road.yaml";

    public int Order => 50;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return [];
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => o.Code).ToListAsync(ct);
        var script = RoadScript.Read(root, members, sites.Current.Zone, (line, reason) => pack.Fault(File, line, reason));
        return [.. script.Acts.Select(act => new PlayStep(act.At, act.What, (services, stop) => Do(services, act, script.Invented, stop)))];
    }

    private static Task Do(IServiceProvider services, RoadAct act, bool invented, CancellationToken ct)
    {
        var stage = new Stage(services, services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<Sites>(), act.Year);
        return act switch
        {
            CopyAct => Copy(stage, ct),
            DecideAct decide => Decide(stage, decide, invented, ct),
            AskAct ask => Ask(stage, ask, invented, ct),
            AnswerAct answer => Answer(stage, answer, ct),
            CallAct call => Call(stage, call, ct),
            SettleAct settle => Settle(stage, settle, ct),
            TellAct tell => Tell(stage, tell, ct),
            BesideAct beside => Beside(stage, beside, ct),
            _ => throw new InvalidOperationException($"Nobody plays {act.GetType().Name}."),
        };
    }

    private sealed record Stage(IServiceProvider Services, Db Db, DateTimeOffset Now, Sites Sites, string Year)
    {
        public DateOnly Today => Platform.Clocks.Dates.DateIn(Now, Sites.Current.Zone);

        public async Task<Plan> Plan(CancellationToken ct) => (await Db.Set<Plan>().AsNoTracking().ToListAsync(ct)).FirstOrDefault(p => p.Year.Code == Year) ?? throw new RuleBroken($"{File}: there is no plan for {Year}.");

        public async Task<PlanStep> Step(string code, CancellationToken ct)
        {
            var plan = (await Plan(ct)).Id;
            return await Db.Set<PlanStep>().AsNoTracking().SingleOrDefaultAsync(s => s.Plan == plan && s.Code == code, ct) ?? throw new RuleBroken($"{File}: the road of {Year} has no step {code}.");
        }

        public async Task<Round> Round(string code, CancellationToken ct)
        {
            var about = $"{(await Plan(ct)).About}:{code}";
            return await Db.Set<Round>().AsNoTracking().Where(r => r.About == about && r.OpenedAt != null).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct) ?? throw new RuleBroken($"{File}: no round of {about} is open.");
        }

        public async Task<Elector> Elector(Round round, string member, CancellationToken ct) =>
            await Db.Set<Elector>().AsNoTracking().SingleOrDefaultAsync(e => e.Round == round.Id && e.Code == member, ct) ?? throw new RuleBroken($"{File}: {member} is not asked.");

        /// <summary>Who of the secretariat does it: the longest there first.</summary>
        public async Task<Actor> Staff(int which, CancellationToken ct)
        {
            var staff = await (from position in Db.Set<Position>()
                               where position.Kind == PositionKind.Staff && position.From <= Today && (position.To == null || Today <= position.To)
                               join person in Db.Set<Person>() on position.Person equals person.Id
                               orderby position.From, person.SortName
                               select new Actor(person.Id, person.Name)).Take(which + 1).ToListAsync(ct);
            return staff.Count == 0 ? Actor.Pack : staff[^1];
        }
    }

    private static async Task Copy(Stage stage, CancellationToken ct)
    {
        var latest = await stage.Db.Set<Plan>().AsNoTracking().OrderByDescending(p => p.First).FirstAsync(ct);
        if (latest.Year.Code != stage.Year) await stage.Services.GetRequiredService<CopyPlan>().Run(latest.Id, await stage.Staff(0, ct), ct);
    }

    private static async Task Decide(Stage stage, DecideAct act, bool invented, CancellationToken ct)
    {
        var step = await stage.Step(act.Step, ct);
        var seats = await TakeDecision.Seats(stage.Db, stage.Today, ct);
        await SeeWhatClosed(stage, ct);
        var hands = seats.ToDictionary(s => s.Code, s => act.Otherwise.GetValueOrDefault(s.Code, s.MayVote ? Hand.For : Hand.Absent));
        await stage.Services.GetRequiredService<TakeDecision>().Run(new HandsShown(stage.Today, act.Text, step.Rule, hands) { About = $"{(await stage.Plan(ct)).About}:{step.Code}", Invented = invented }, await stage.Staff(0, ct), stage.Now, ct);
    }

    // The Board's paper is written from the results, so somebody has looked at them by then.
    private static async Task SeeWhatClosed(Stage stage, CancellationToken ct)
    {
        var about = (await stage.Plan(ct)).About + ":";
        var closed = await stage.Db.Set<Round>().Where(r => r.About.StartsWith(about) && r.State == RoundState.Closed && r.SeenAt == null).ToListAsync(ct);
        foreach (var round in closed) round.See(stage.Now);
        await stage.Db.Save(await stage.Staff(1, ct), "Look at the result", ct);
    }

    private static async Task Ask(Stage stage, AskAct act, bool invented, CancellationToken ct)
    {
        var (step, by) = (await stage.Step(act.Step, ct), await stage.Staff(1, ct));
        var round = await stage.Services.GetRequiredService<StepRound>().Draft(step.Id, act.Closes, invented, by, ct);
        await stage.Services.GetRequiredService<OpenRound>().Run(round.Id, round.Version, by, stage.Now, ct);
    }

    private static async Task Answer(Stage stage, AnswerAct act, CancellationToken ct)
    {
        var round = await stage.Round(act.Step, ct);
        var elector = await stage.Elector(round, act.Member, ct);
        var voices = await WhoMayAnswer.On(stage.Db, elector, stage.Today, ct);
        var voice = voices.FirstOrDefault(v => act.As == PositionKind.Pa ? v.IsPa : v.Capacity == act.As.Words()) ?? throw new RuleBroken($"{File}: nobody at {act.Member} answers as {act.As.Words()} on {stage.Today:yyyy-MM-dd}.");
        var answer = act.Answer ?? (round.Kind == RoundKind.Confirm ? Agreements.Rounds.Answer.Confirm : Agreements.Rounds.Answer.Comment);
        var given = new GivenAnswer(answer, round.Latest.Hash) { Comment = act.Comment, Passage = act.Passage, AmountPence = answer == Agreements.Rounds.Answer.Confirm ? round.AskedPence : null };
        var verb = stage.Services.GetRequiredService<AnswerRound>();
        if (act.Logged is null) await verb.Run(round.Id, elector.Id, voice.Person, given, AnswerWay.Link, null, stage.Now, ct);
        else await verb.Log(round.Id, elector.Id, voice.Person, given, new Answering(null, "", "", AnswerWay.LoggedByStaff) { EnteredBy = await stage.Staff(1, ct), Evidence = act.Logged }, stage.Now, ct);
    }

    private static async Task Call(Stage stage, CallAct act, CancellationToken ct)
    {
        var round = await stage.Round(act.Step, ct);
        var by = await stage.Staff(1, ct);
        stage.Db.Add(new RoundCall(round, (await stage.Elector(round, act.Member, ct)).Id, act.Outcome, by, stage.Now));
        await stage.Db.Save(by, "Ring a member", ct);
    }

    private static async Task Settle(Stage stage, SettleAct act, CancellationToken ct)
    {
        var (round, by) = (await stage.Round(act.Step, ct), await stage.Staff(1, ct));
        var comments = await RoundComments.Of(stage.Db, round.Id, ct);
        foreach (var (line, verdict, reason) in act.Given)
            stage.Db.Add(new Disposition((comments.FirstOrDefault(c => c.Said.Number == line) ?? throw new RuleBroken($"{File}: line {line} of the log has no comment.")).Said, verdict, reason, by, stage.Now));
        await stage.Db.Save(by, "Settle comment", ct);
    }

    private static async Task Tell(Stage stage, TellAct act, CancellationToken ct) =>
        await stage.Services.GetRequiredService<TellAuthors>().Run((await stage.Round(act.Step, ct)).Id, await stage.Staff(1, ct), stage.Now, ct);

    private static async Task Beside(Stage stage, BesideAct act, CancellationToken ct)
    {
        var (step, by) = (await stage.Step(act.Step, ct), await stage.Staff(0, ct));
        var body = await stage.Db.Set<Organisation>().Where(o => o.Code == act.Organisation).Select(o => o.Id).SingleAsync(ct);
        stage.Db.Add(new BesideConfirmation(step, body, new Confirmed(stage.Today, act.AmountPence, act.Evidence, act.Link), by, stage.Now, stage.Today));
        await stage.Db.Save(by, "Record confirmation", ct);
    }
}
