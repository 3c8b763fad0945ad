using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>What members were asked, and what was answered for them, by whom.</summary>
public sealed class RoundsTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) =>
        [.. (await Answers(db, db.Set<Response>().Where(r => r.Person != null && records.Contains(r.Person.Value)), span).ToListAsync(ct)).Select(r => Line(r, $"Answered for {r.Member}: {r.Answer.Words()}", r.Way.Words()))];

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var answers = await Answers(db, db.Set<Response>().Where(r => db.Set<Elector>().Any(e => e.Id == r.Elector && e.Organisation == organisation)), span).ToListAsync(ct);
        var asked = await (from elector in db.Set<Elector>()
                           where elector.Organisation == organisation
                           join round in db.Set<Round>().IgnoreAutoIncludes() on elector.Round equals round.Id
                           where round.OpenedAt != null && round.OpenedAt < span.Before
                           orderby round.OpenedAt descending
                           select new { round.Id, round.Title, round.OpenedAt }).Take(span.Most).ToListAsync(ct);
        return [.. answers.Select(r => Line(r, $"Answered: {r.Answer.Words()}", $"{r.Name}, {r.Capacity}, {r.Way.Words()}")),
            .. asked.Select(a => new TimelineLine(a.OpenedAt!.Value, $"Was asked: {a.Title}", "", $"/desk/rounds/{a.Id}", TimelineRoom.My))];
    }

    private sealed record Given(Guid Round, string Title, string Member, Answer Answer, AnswerWay Way, string Name, string Capacity, DateTimeOffset At, bool Late);

    private static TimelineLine Line(Given given, string what, string how) =>
        new(given.At, $"{what}, “{given.Title}”", how + (given.Late ? "; it came after the round had closed and was not counted" : ""), $"/desk/rounds/{given.Round}", TimelineRoom.My);

    private static IQueryable<Given> Answers(Db db, IQueryable<Response> responses, TimelineSpan span) =>
        (from response in responses.AsNoTracking()
         where response.At < span.Before
         orderby response.At descending
         join elector in db.Set<Elector>() on response.Elector equals elector.Id
         join round in db.Set<Round>().IgnoreAutoIncludes() on response.Round equals round.Id
         select new Given(round.Id, round.Title, elector.Name, response.Answer, response.Way, response.Name, response.Capacity, response.At, response.Late)).Take(span.Most);
}
