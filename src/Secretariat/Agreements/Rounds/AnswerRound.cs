using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds;

/// <summary>Writes the next line of a round's log, after asking who may answer for the elector today.</summary>
public sealed class AnswerRound(Db db, RoundPost post, Sites sites)
{
    /// <summary>Somebody answers themselves, by their link or signed in.</summary>
    /// <param name="through">Who pressed the button in their name; null when they did it themselves.</param>
    public Task<Response> Run(Guid round, Guid elector, Guid person, GivenAnswer given, AnswerWay way, string? through, DateTimeOffset now, CancellationToken ct) => Write(round, elector, given, now, (asked, voices) =>
    {
        var voice = voices.FirstOrDefault(v => v.Person == person) ?? throw new RuleBroken($"You hold no position today in which you can answer for {asked.Name}. If that is wrong, write to us.");
        return (new Actor(person, voice.Name), new Answering(person, voice.Name, voice.Capacity, way) { Through = through }, "Answer round", WhoMayAnswer.Told(voice, through is null ? person : null));
    }, ct);

    /// <summary>Staff, or the grouping's Chair, write down what somebody said elsewhere; that member is told what was recorded.</summary>
    public Task<Response> Log(Guid round, Guid elector, Guid person, GivenAnswer given, Answering how, DateTimeOffset now, CancellationToken ct) => Write(round, elector, given, now, (asked, voices) =>
    {
        var voice = voices.FirstOrDefault(v => v.Person == person) ?? throw new RuleBroken($"Choose who said it: somebody who can answer for {asked.Name} today.", "Person");
        return (how.EnteredBy ?? throw new InvalidOperationException("An answer was logged by nobody."),
            how with { Person = person, Name = voice.Name, Capacity = voice.Capacity }, "Log an answer", WhoMayAnswer.Told(voice, how.EnteredBy.Person));
    }, ct);

    private Task<Response> Write(Guid id, Guid elector, GivenAnswer given, DateTimeOffset now, Func<Elector, IReadOnlyList<Voice>, (Actor By, Answering How, string Verb, IReadOnlyList<Guid> Tell)> who, CancellationToken ct) => db.Write(async () =>
    {
        // The row is locked from here on: of two windows one is the next line and the other the one after, and a closing waits for both.
        await db.Set<Round>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Rows, r => r.Rows + 1), ct);
        var round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == id, ct);
        var asked = await db.Set<Elector>().AsNoTracking().SingleOrDefaultAsync(e => e.Round == id && e.Id == elector, ct) ?? throw new RuleBroken("This round was not put to that member.");
        var voices = await WhoMayAnswer.On(db, asked, now.DateIn(sites.Current.Zone), ct);
        var (by, how, verb, tell) = who(asked, voices);
        var response = new Response(round, asked, round.Rows, given, how, now);
        db.Add(response);
        await db.Save(by, verb, ct);
        foreach (var told in voices.Where(v => tell.Contains(v.Person))) await post.Recorded(round, asked, response, told, ct);
        return response;
    }, ct);
}
