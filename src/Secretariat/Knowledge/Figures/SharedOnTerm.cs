using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Figures;

/// <summary>People of the members that have shared a case on a theme.</summary>
public sealed class SharedOnTerm : IAudienceTerm
{
    public string Code => "shared-case";
    public string Title => "Their member shared a case";
    public bool OfTheNetwork => true;

    public async Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        [.. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new TermChoice(t.Code, $"on {t.Name}"))];

    public string Reason(string? value) => $"a member that shared a case on {value}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<Position>()
        .Where(p => p.From <= on && (p.To == null || on <= p.To) && db.Set<PracticeCase>().Any(c => c.State == CaseState.Shared && db.Set<CaseVersion>().Any(v => v.Id == c.Shown && v.Themes.Contains(value!) && v.Members.Contains(p.Organisation))))
        .Select(p => p.Person).Distinct();
}
