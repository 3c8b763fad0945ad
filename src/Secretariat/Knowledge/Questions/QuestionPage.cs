using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Questions;

/// <summary>A question and its answers, by the signed link or signed in: the same page and the same verbs.</summary>
public abstract class QuestionPage(Db db, AskTheme verb, FindAlike alike, SharedCases shared, Sites sites, TimeProvider clock) : PageModel
{
    private const int MostCases = 300;
    private Guid _me;

    [BindProperty] public AnswerInput Input { get; set; } = new();

    public sealed class AnswerInput
    {
        /// <summary>Which of the two forms it is.</summary>
        public bool Closes { get; set; }

        public string? Words { get; set; }
        public Guid? Case { get; set; }
    }

    public QuestionShown Shown { get; private set; } = null!;
    public PracticeQuestion Of => Shown.Of;
    public string NetworkName => sites.Current.Name;

    /// <summary>Whoever looks asked it.</summary>
    public bool IsMine { get; private set; }

    /// <summary>Whoever looks has an answer standing here.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>The member in whose name whoever looks would answer; null when they are of none.</summary>
    public Guid? House { get; private set; }

    public IReadOnlyList<Likeness> Like { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Cases { get; private set; } = [];
    public bool CanAnswer => Of.State == QuestionState.Open && House is not null && !IsMine;

    protected async Task<bool> Load(Guid id, Guid person, CancellationToken ct)
    {
        if (await QuestionShown.Read(db, id, ct) is not { } shown) return false;
        var today = sites.Today(clock);
        var houses = await db.Set<Position>().Where(p => db.SameAs(person).Contains(p.Person) && p.Kind != PositionKind.Pa && p.From <= today && (p.To == null || today <= p.To))
            .Join(db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member), p => p.Organisation, o => o.Id, (p, o) => new { o.Id, o.SortName, p.Themes }).ToListAsync(ct);
        (Shown, _me) = (shown, person);
        House = houses.OrderByDescending(h => h.Themes.Contains(Of.Theme)).ThenBy(h => h.SortName, StringComparer.Ordinal).FirstOrDefault()?.Id;
        IsMine = Of.Person is { } asker && await db.SameAs(person).ContainsAsync(asker, ct);
        var mine = await db.SameAs(person).ToListAsync(ct);
        HasAnswered = shown.Answers.Any(a => a.Of.TakenOutAt is null && a.Of.Person is { } who && mine.Contains(who));
        if (Of.State == QuestionState.TakenOut && !IsMine) return false;
        if (Of.State != QuestionState.Open) return true;
        Like = await alike.To($"{Of.Subject} {Of.Words}", [Of.Theme], Of.Id, ct);
        if (!CanAnswer) return true;
        var all = await shared.Shown(members: true).OrderBy(r => r.Words.Title).Take(MostCases).Select(r => new { r.Of.Id, r.Words.Title }).ToListAsync(ct);
        var near = Like.Where(l => l.Of.Kind == AlikeKind.Case).Select(l => l.Of.Id).ToList();
        Cases = [new("none", ""), .. all.OrderBy(c => near.IndexOf(c.Id) is >= 0 and var place ? place : near.Count).Select(c => new SelectListItem(c.Title, c.Id.ToString()))];
        return true;
    }

    protected async Task<bool> Said(CancellationToken ct)
    {
        if (!ModelState.IsValid) return false;
        var name = await db.Set<Person>().Where(p => p.Id == _me).Select(p => p.Name).SingleAsync(ct);
        var (by, now) = (new Actor(_me, name), clock.GetUtcNow());
        return await this.Try(() => Input.Closes
            ? IsMine ? verb.Close(Of.Id, by, now, ct) : throw new RuleBroken("Whoever asked it closes it, or staff.")
            : CanAnswer ? verb.Answer(Of.Id, Input.Words, Input.Case, House, by, now, ct) : throw new RuleBroken(Of.State == QuestionState.Open ? "Whoever asked it, or is of no member, does not answer it here." : "This question is closed."));
    }
}
