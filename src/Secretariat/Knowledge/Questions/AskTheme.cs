using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Questions;

/// <summary>Asks those who work on a theme, answers, tells whoever asked, and ends a question.</summary>
public sealed class AskTheme(Db db, BatchOrders orders, Sites sites, TimeProvider clock)
{
    /// <param name="person">Who asks; staff may ask for somebody.</param>
    public Task<PracticeQuestion> Ask(string? theme, string? subject, string? words, Guid member, Guid person, bool invented, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7203128)", ct);
        var today = now.DateIn(sites.Current.Zone);
        if (!string.IsNullOrEmpty(theme) && !await db.Set<Theme>().AnyAsync(t => t.Code == theme, ct)) throw new RuleBroken("Choose a theme from the list.", "Theme");
        if (!await db.Set<Position>().AnyAsync(p => p.Organisation == member && p.From <= today && (p.To == null || today <= p.To) && db.SameAs(person).Contains(p.Person)
            && db.Set<Organisation>().Any(o => o.Id == member && o.Kind == OrganisationKind.Member), ct)) throw new RuleBroken("Whoever asks holds a position at a member today.", "Person");
        var name = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleAsync(ct);
        var question = new PracticeQuestion(theme, subject, words, member, person, name, today, by, now) { Invented = invented };
        // Of two presses the second finds what the first has asked.
        if (await db.Set<PracticeQuestion>().FirstOrDefaultAsync(q => q.Member == member && q.Person == person && q.State == QuestionState.Open && q.Subject == question.Subject && q.Words == question.Words, ct) is { } there) return there;
        db.Add(question);
        await db.Save(by, "Ask question", ct);
        return question;
    }, ct);

    /// <param name="member">The member in whose name it is answered; null for the secretariat.</param>
    public Task Answer(Guid id, string? words, Guid? @case, Guid? member, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var question = await Locked(id, ct);
        if (@case is { } pointed && !await db.Set<PracticeCase>().AnyAsync(c => c.Id == pointed && c.State == CaseState.Shared, ct)) throw new RuleBroken("Choose a case that is shared.", "Case");
        var answer = question.Answer(words, @case, member, by.Person, by, now);
        // The same from the same person: a second press, and no second letter.
        if (await db.Set<PracticeAnswer>().AnyAsync(a => a.Question == id && a.Person == by.Person && a.Name == answer.Name && a.Words == answer.Words && a.Case == answer.Case && a.TakenOutAt == null, ct)) return;
        db.Add(answer);
        await Tell(question, answer, by, ct);
        await db.Save(by, "Answer question", ct);
    }, ct);

    public Task Close(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => Change(id, q => q.Close(by, now), by, "Close question", ct);

    public Task TakeOut(Guid id, string? why, Actor by, DateTimeOffset now, CancellationToken ct) => Change(id, q => q.TakeOut(why, by, now), by, "Take question out", ct);

    public Task TakeAnswerOut(Guid id, Guid answer, string? why, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var question = await Locked(id, ct);
        var all = await db.Set<PracticeAnswer>().Where(a => a.Question == id).ToListAsync(ct);
        (all.Find(a => a.Id == answer) ?? throw new RuleBroken("That answer is not here.")).TakeOut(why, now);
        // The letter that says it is here, if that has not left.
        foreach (var letter in await db.Set<Batch>().Where(b => b.Class == AnsweredLetter.ClassName && b.About == answer).Select(b => b.Id).ToListAsync(ct))
            if (await orders.IsLeaving(letter, ct)) await orders.Cancel(letter, by, ct);
        question.Answered(all.Where(a => a.TakenOutAt is null).Min(a => (DateTimeOffset?)a.At));
        await db.Save(by, "Take answer out", ct);
    }, ct);

    private Task Change(Guid id, Action<PracticeQuestion> verb, Actor by, string words, CancellationToken ct) => db.Write(async () =>
    {
        verb(await Locked(id, ct));
        await db.Save(by, words, ct);
    }, ct);

    // Whoever asked is told by the address that is read for them now, while they are of a member: answers are between members. Nobody writes to themselves.
    private async Task Tell(PracticeQuestion question, PracticeAnswer answer, Actor by, CancellationToken ct)
    {
        if (question.Person is not { } asker || by.Person == asker) return;
        var to = await db.Set<Person>().Where(p => p.Id == asker).Join(db.Set<Person>(), r => r.Canonical, p => p.Id, (_, p) => new { p.Id, p.Name, p.Email, p.EmailKey }).SingleOrDefaultAsync(ct);
        if (to is null || to.EmailKey.Length == 0) return;
        var today = sites.Today(clock);
        if (!await db.Set<Position>().AnyAsync(p => db.SameAs(asker).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To) && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Kind == OrganisationKind.Member), ct)) return;
        Letters.Queue(db, clock, new OneLetter(AnsweredLetter.ClassName, "Your question is answered", to.Email, to.Id) { About = answer.Id, Merge = AnsweredLetter.Merge(to.Name, question.Id), Reach = [Hold.Everything] });
    }

    private async Task<PracticeQuestion> Locked(Guid id, CancellationToken ct)
    {
        await db.Set<PracticeQuestion>().Where(q => q.Id == id).ExecuteUpdateAsync(s => s.SetProperty(q => q.Theme, q => q.Theme), ct);
        var question = await db.Set<PracticeQuestion>().SingleAsync(q => q.Id == id, ct);
        await db.Entry(question).ReloadAsync(ct);
        return question;
    }
}
