using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Papers;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Knowledge.Figures;

/// <summary>What the plan counts: cases by the day on which others could first read them, for as long as nobody has taken them back.</summary>
public sealed class CasesShared(Db db, Sites sites) : IEvidence
{
    public const string Code = "cases-shared";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var shared = await db.Set<PracticeCase>().AsNoTracking().Where(c => c.State == CaseState.Shared && c.SharedAt >= from && c.SharedAt < to)
            .Join(db.Set<CaseVersion>(), c => c.Shown, v => v.Id, (c, v) => new { c.Id, c.SharedAt, v.Title, v.Members }).OrderBy(c => c.SharedAt).ThenBy(c => c.Id).ToListAsync(ct);
        if (shared.Count == 0) return [];
        var names = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        return [.. shared.Select(c => new Evidence(Code, c.SharedAt!.Value.DateIn(zone), $"{c.Title} ({string.Join(", ", c.Members.Select(m => names.GetValueOrDefault(m)).OfType<string>())})", $"/desk/practice/{c.Id}"))];
    }
}

/// <summary>Beside what is shared: who shares, what is asked for and used again, and what was handed out after workshops and meetings. Each since the year began.</summary>
public sealed class PracticeFigures(Db db, Sites sites) : IFigures
{
    public string Code => CasesShared.Code;

    public async Task<IReadOnlyList<Figure>> At(DateTimeOffset now, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var first = NextBulletin.YearOf(now.DateIn(zone), sites.Current);
        var from = first.At(TimeOnly.MinValue, zone);
        var members = await db.Set<Organisation>().CountAsync(o => o.Kind == OrganisationKind.Member, ct);
        var sharing = (await db.Set<PracticeCase>().Where(c => c.State == CaseState.Shared && c.SharedAt >= from && c.SharedAt <= now).Join(db.Set<CaseVersion>(), c => c.Shown, v => v.Id, (_, v) => v.Members).ToListAsync(ct)).SelectMany(m => m).Distinct().Count();
        var asked = await db.Set<PracticeQuestion>().Where(q => q.State != QuestionState.TakenOut && q.At >= from && q.At <= now).Select(q => q.AnsweredAt != null).ToListAsync(ct);
        var uses = await db.Set<CaseUse>().Where(u => u.TakenBackAt == null && u.At >= from && u.At <= now && db.Set<PracticeCase>().Any(c => c.Id == u.Case && c.State == CaseState.Shared)).Select(u => u.Case).ToListAsync(ct);
        var today = now.DateIn(zone);
        var handed = await db.Set<EventPaper>().CountAsync(p => p.Afterwards && db.Set<Event>().Any(e => e.Id == p.Event && e.State == EventState.Held && e.Day >= first && e.Day <= today), ct);
        return [new($"{sharing} of {members}", $"{sites.Current.MemberMany} shared a case this year", "/desk/practice"),
            new($"{asked.Count}", $"{(asked.Count == 1 ? "question" : "questions")} asked of those who work on a theme, {asked.Count(a => a)} answered", "/desk/practice/questions"),
            new($"{uses.Count}", $"{(uses.Count == 1 ? "time" : "times")} a {sites.Current.MemberOne} said that it uses what another shared: {uses.Distinct().Count()} {(uses.Distinct().Count() == 1 ? "case" : "cases")}", "/desk/practice"),
            new($"{handed}", $"{(handed == 1 ? "piece" : "pieces")} of material handed out after workshops and meetings", "/desk/events")];
    }
}
