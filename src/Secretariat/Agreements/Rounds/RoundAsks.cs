using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds;

/// <summary>What rounds ask of people: an answer for each member that has not said anything that stands.</summary>
public sealed class RoundAsks(AnswerTokens tokens, Sites sites) : IAsk
{
    public const string KindName = "round";
    private const int Minutes = 1;

    public string Kind => KindName;

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        await db.Set<Round>().IgnoreAutoIncludes().Where(r => r.State == RoundState.Open).Select(r => r.ClosesAt).ToListAsync(ct);

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var asks = new List<Ask>();
        foreach (var round in await db.Set<Round>().AsNoTracking().Where(r => r.State == RoundState.Open && r.ClosesAt > now).OrderBy(r => r.ClosesAt).ToListAsync(ct))
            asks.AddRange(of is { } person ? await Of(db, round, person, now, ct) : await Of(db, round, now, ct));
        return asks;
    }

    /// <summary>Of one person: the few members that they may answer for are read, and not all that were asked.</summary>
    private async Task<IEnumerable<Ask>> Of(Db db, Round round, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DateIn(sites.Current.Zone);
        var houses = db.Set<Position>().Where(p => db.RecordsOf(person).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To)).Select(p => p.Organisation);
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == round.Id && (e.Grouping != null || houses.Contains(e.Organisation!.Value))).OrderBy(e => e.Code).ToListAsync(ct);
        if (electors.Count == 0) return [];
        var voices = await WhoMayAnswer.On(db, electors, today, ct);
        var theirs = electors.Where(e => WhoMayAnswer.Asked([.. voices[e.Id]]).Any(v => v.Person == person)).ToList();
        var ids = theirs.ConvertAll(e => e.Id);
        var said = await db.Set<Response>().AsNoTracking().Where(r => ids.Contains(r.Elector)).OrderBy(r => r.Number).ToListAsync(ct);
        var looks = await db.Set<RoundLook>().AsNoTracking().Where(l => ids.Contains(l.Elector)).ToListAsync(ct);
        // Where one stands does not depend on what the others said.
        var missing = Tally.Of(RoundReading.Of(round, round.Ends, theirs, said, looks)).Standings.Where(s => s.Stand.IsMissing()).Select(s => s.Elector).ToHashSet();
        return theirs.Where(e => missing.Contains(e.Id)).Select(e => Of(round, e, voices[e.Id].First(v => v.Person == person)));
    }

    /// <summary>Of one round: the Chair of each that is missing, and their PA in copy.</summary>
    public async Task<IReadOnlyList<Ask>> Of(Db db, Round round, DateTimeOffset now, CancellationToken ct)
    {
        var missing = Tally.Of(await db.Log(round, round.Ends, ct)).Standings.Where(s => s.Stand.IsMissing()).Select(s => s.Elector).ToHashSet();
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == round.Id && missing.Contains(e.Id)).OrderBy(e => e.Code).ToListAsync(ct);
        var voices = await WhoMayAnswer.On(db, electors, now.DateIn(sites.Current.Zone), ct);
        return [.. electors.SelectMany(e => WhoMayAnswer.Asked([.. voices[e.Id]]).Select(v => Of(round, e, v)))];
    }

    public static Ask Of(Round round, Elector elector, Voice voice) => new(KindName, $"{round.Id:N}/{elector.Id:N}", voice.Person, voice.Name, voice.Email,
        $"{elector.Name}{(round.Sender == RoundSender.Board ? ", from the Management Board" : "")}: {round.Title}", round.LatestAsked.ShownAt!.Value, round.ClosesAt, Minutes, $"/my/rounds/{elector.Id}");

    public string Link(string key, Guid person)
    {
        var parts = key.Split('/');
        return "/a/" + tokens.For(Guid.Parse(parts[0]), Guid.Parse(parts[1]), person);
    }
}
