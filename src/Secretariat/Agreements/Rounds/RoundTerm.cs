using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>Those who may answer a round for somebody who has, or has not, answered it: "…guid…|missing".</summary>
public sealed class RoundTerm : IAudienceTerm
{
    private const string Answered = "answered", Missing = "missing";
    private const int Latest = 12;

    public string Code => "round";
    public string Title => "A round";

    public async Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        [.. (await db.Set<Round>().IgnoreAutoIncludes().Where(r => r.OpenedAt != null && r.State != RoundState.Cancelled).OrderByDescending(r => r.OpenedAt).Take(Latest).Select(r => new { r.Id, r.Title }).ToListAsync(ct))
            .SelectMany(r => new[] { new TermChoice($"{r.Id:N}|{Missing}", $"not answered: {r.Title}"), new TermChoice($"{r.Id:N}|{Answered}", $"answered: {r.Title}") })];

    public string Reason(string? value) => Read(value).Answered ? "an answer to a round" : "a round to answer";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on)
    {
        var (round, answered) = Read(value);
        return from person in db.Set<ElectorPerson>()
               where person.Person != null
               join elector in db.Set<Elector>() on person.Elector equals elector.Id
               // The last line of the log counts, and a withdrawal is no answer.
               where elector.Round == round && answered == db.Set<Response>().Any(r => r.Elector == elector.Id && r.Answer != Answer.Withdrawn
                   && !db.Set<Response>().Any(later => later.Elector == elector.Id && later.Number > r.Number))
               select person.Person!.Value;
    }

    private static (Guid Round, bool Answered) Read(string? value) => value?.Split('|') is [var id, (Answered or Missing) and var which] && Guid.TryParse(id, out var round)
        ? (round, which == Answered) : throw new RuleBroken("Choose the round from the list.", "Lines");
}
