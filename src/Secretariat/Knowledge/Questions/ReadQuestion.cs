using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Questions;

/// <param name="CaseTitle">Of the case that it points to, when that is still shared.</param>
public sealed record AnswerLine(PracticeAnswer Of, string? Member, string? CaseTitle);

/// <summary>A question with its answers, and the names that they need on a page.</summary>
public sealed record QuestionShown(PracticeQuestion Of, string Theme, string Member, IReadOnlyList<AnswerLine> Answers)
{
    public int Standing => Answers.Count(a => a.Of.TakenOutAt is null);

    public static async Task<QuestionShown?> Read(Db db, Guid id, CancellationToken ct)
    {
        if (await db.Set<PracticeQuestion>().AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, ct) is not { } of) return null;
        var theme = await db.Set<Theme>().Where(t => t.Code == of.Theme).Select(t => t.Name).SingleOrDefaultAsync(ct) ?? of.Theme;
        var answers = await db.Set<PracticeAnswer>().AsNoTracking().Where(a => a.Question == id).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(ct);
        var houses = answers.Select(a => a.Member).OfType<Guid>().Append(of.Member).Distinct().ToList();
        var names = await db.Set<Organisation>().Where(o => houses.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        var pointed = answers.Select(a => a.Case).OfType<Guid>().Distinct().ToList();
        var titles = await db.Set<PracticeCase>().Where(c => pointed.Contains(c.Id) && c.State == CaseState.Shared).Join(db.Set<CaseVersion>(), c => c.Shown, v => v.Id, (c, v) => new { c.Id, v.Title }).ToDictionaryAsync(c => c.Id, c => c.Title, ct);
        return new(of, theme, names.GetValueOrDefault(of.Member, ""), [.. answers.Select(a => new AnswerLine(a, a.Member is { } m ? names.GetValueOrDefault(m) : null, a.Case is { } c ? titles.GetValueOrDefault(c) : null))]);
    }
}

public static class QuestionWords
{
    public static string Words(this PracticeQuestion of) => of.State switch
    {
        QuestionState.TakenOut => "taken out",
        QuestionState.Closed => of.AnsweredAt is null ? "closed without an answer" : "closed",
        _ => of.AnsweredAt is null ? "waits for an answer" : "answered",
    };

    /// <summary>Its look in a table.</summary>
    public static string Look(this PracticeQuestion of) => of.State switch { QuestionState.TakenOut => "dropped", QuestionState.Closed => "sent", _ => of.AnsweredAt is null ? "waiting" : "sent" };
}
