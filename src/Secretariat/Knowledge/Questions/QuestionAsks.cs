using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Asks;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Questions;

/// <summary>What questions ask of officers: once each, in the letter that asks for everything, and no more once somebody has answered.</summary>
public sealed class QuestionAsks(QuestionTokens tokens, Sites sites) : IAsk
{
    public const string KindName = "practice-question";
    private const int Minutes = 5;
    private static readonly TimeOnly Evening = new(17, 0);

    public string Kind => KindName;

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await Unanswered(db).Select(q => q.Due).Distinct().ToListAsync(ct)).Select(d => d.At(Evening, sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var open = (await Unanswered(db).OrderBy(q => q.At).ToListAsync(ct)).Where(q => q.Due.At(Evening, zone) > now).ToList();
        if (open.Count == 0) return [];
        var officers = (await ThemeOfficers.On(db, [.. open.Select(q => q.Theme).Distinct()], now.DateIn(zone), of, ct)).ToLookup(o => o.Theme);
        var askers = await SamePerson.Read(db, [.. open.Select(q => q.Person).OfType<Guid>().Distinct()], ct);
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        // Colleagues in the same house ask each other without us.
        List<Ask> asks = [.. open.SelectMany(q => officers[q.Theme].Where(o => o.Member != q.Member && (q.Person is not { } p || askers.GetValueOrDefault(p) != o.Person)).DistinctBy(o => o.Person)
            .Select(o => new Ask(KindName, q.Id.ToString("N"), o.Person, o.Name, o.Email, $"A question on {themes.GetValueOrDefault(q.Theme, q.Theme)}: {q.Subject}", q.At, q.Due.At(Evening, zone), Minutes, $"/my/practice/questions/{q.Id}")))];
        return of is null ? await NotTold(db, asks, ct) : asks;
    }

    public string Link(string key, Guid person) => "/a/q/" + tokens.For(Guid.Parse(key), person);

    private static IQueryable<PracticeQuestion> Unanswered(Db db) => db.Set<PracticeQuestion>().AsNoTracking().Where(q => q.State == QuestionState.Open && q.AnsweredAt == null);

    // Nobody owes an answer: on somebody's own page it stands until its time is over, and one letter tells of it.
    private static async Task<IReadOnlyList<Ask>> NotTold(Db db, List<Ask> asks, CancellationToken ct)
    {
        var keys = asks.Select(a => a.Key).Distinct().ToList();
        var told = await (from line in db.Set<AskLine>()
                          where line.Kind == KindName && keys.Contains(line.Key)
                          join letter in db.Set<AskLetter>().IgnoreAutoIncludes() on line.Letter equals letter.Id
                          where letter.Way == AskWay.Weekly || letter.Way == AskWay.Urgent
                          select new { line.Key, letter.Person }).ToListAsync(ct);
        var done = told.Select(t => (t.Key, t.Person)).ToHashSet();
        return [.. asks.Where(a => !done.Contains((a.Key, a.Person)))];
    }
}
