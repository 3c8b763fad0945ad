using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds;

/// <summary>Opens a round: copies its rule, freezes who is asked, and writes to each.</summary>
public sealed class OpenRound(Db db, RoundPost post, Sites sites, IEnumerable<IGuardsRounds> guards)
{
    /// <param name="expected">The version of the record that the button was pressed for.</param>
    /// <param name="write">At once, in a letter of its own; otherwise it stands in the next weekly letter.</param>
    public Task Run(Guid id, int? expected, Actor by, DateTimeOffset now, CancellationToken ct, bool write = true) => db.Write(async () =>
    {
        var about = await db.Set<Round>().Where(r => r.Id == id).Select(r => r.About).SingleAsync(ct);
        // Locked, with all that are about the same: of two that are opened at once the second sees the first.
        await db.Set<Round>().Where(r => r.Id == id || (about != "" && r.About == about)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Rows, r => r.Rows), ct);
        if (about.Length > 0 && await db.Set<Round>().Where(r => r.Id != id && r.About == about && r.State == RoundState.Open).Select(r => r.Title).FirstOrDefaultAsync(ct) is { } open)
            throw new RuleBroken($"A round about the same is open already: “{open}”. Members are not asked twice at once: close it or cancel it first, or send the change round there as a new version.");
        var round = await db.Set<Round>().SingleAsync(r => r.Id == id, ct);
        if (expected is { } version) db.Expect(round, version);
        var rule = await db.Set<RoundRule>().SingleOrDefaultAsync(r => r.Code == round.Rule, ct) ?? throw new RuleBroken($"There is no rule “{round.Rule}” any more: choose another one.", "Rule");
        foreach (var guard in guards)
            if (await guard.Refusal(db, id, rule.Terms.NeedsEveryMember() && round.Silence == Silence.Nothing, ct) is { } refusal) throw new RuleBroken(refusal);
        var today = now.DateIn(sites.Current.Zone);
        var electors = await Electors(round, rule.Base, today, ct);
        round.Open(rule.Terms, electors.Count, now);
        var voices = await WhoMayAnswer.On(db, electors, today, ct);
        var chairs = round.Correctors.Count == 0 ? [] : await ChairsToday.On(db, today, ct);
        foreach (var corrector in round.Correctors)
            if (chairs.All(c => c.Person != corrector.Person) || !voices.SelectMany(v => v).Any(v => v.Person == corrector.Person && !v.IsPa))
                throw new RuleBroken($"{corrector.Name} is not among the Chairs who are asked today, and so cannot be one of the two who may pass corrections. Name another.");
        foreach (var elector in electors)
            foreach (var voice in voices[elector.Id]) elector.Named(voice.Person, voice.Name, voice.Capacity);
        db.AddRange(electors);
        await db.Save(by, "Open round", ct);
        // The weekly letter is the secretariat's: what the Board asks goes out in the Board's name, whoever opens it.
        if (write || round.Sender == RoundSender.Board) await post.Ask(round, electors, voices, ct);
    }, ct);

    /// <summary>Who would be written to, were it opened on this day.</summary>
    public async Task<IReadOnlySet<Guid>> People(Round round, RoundBase kind, DateOnly today, CancellationToken ct) => await WhoMayAnswer.PeopleAsked(db, await Electors(round, kind, today, ct), today, ct);

    private async Task<List<Elector>> Electors(Round round, RoundBase kind, DateOnly today, CancellationToken ct)
    {
        if (kind == RoundBase.Members)
            return [.. (await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Code, o.Name }).ToListAsync(ct))
                .Select(o => new Elector(round.Id, o.Id, null, o.Code, o.Name) { ChairOnly = round.Kind == RoundKind.Confirm })];
        return [.. (await Board.On(db, today, ct)).Where(s => s.Holder is not null)
            .Select(s => new Elector(round.Id, s.Holder!.ChairOf?.Id, s.Id, s.Code, s.Name, s.Members.Select(m => m.Name)))];
    }
}
