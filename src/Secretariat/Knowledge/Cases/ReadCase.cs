using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Cases;

public sealed record UseLine(CaseUse Of, string Code, string Member);

/// <summary>A case as it stands on a page, with the names it needs there.</summary>
/// <param name="Contact">Null when nobody is named, or whoever was named holds no position there any more.</param>
public sealed record CaseShown(PracticeCase Of, CaseVersion Words, IReadOnlyList<NamedMember> Members, IReadOnlyList<Theme> Themes, CasePerson? Contact, IReadOnlyList<UseLine> Uses)
{
    public string Whose => string.Join(", ", Members.Select(m => m.Name));
}

public sealed class ReadCase(Db db, Sites sites, TimeProvider clock)
{
    public async Task<CaseShown> Of(PracticeCase of, CaseVersion words, CancellationToken ct)
    {
        var (ids, codes) = (words.Members, words.Themes);
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        var themes = await db.Set<Theme>().AsNoTracking().Where(t => codes.Contains(t.Code)).OrderBy(t => t.Name).ToListAsync(ct);
        return new(of, words, [.. members.OrderBy(m => ids.IndexOf(m.Id))], themes, await Contact(words, ct), await Uses(of.Id, ct));
    }

    // By the record that is read today, and only for as long as they are there.
    private async Task<CasePerson?> Contact(CaseVersion words, CancellationToken ct) =>
        words.Contact is { } contact && await db.Set<Person>().Where(p => p.Id == contact).Select(p => (Guid?)p.Canonical).SingleOrDefaultAsync(ct) is { } read
            ? (await SpeaksFor.People(db, words.Members, sites.Today(clock), ct)).FirstOrDefault(p => p.Id == read) : null;

    private async Task<IReadOnlyList<UseLine>> Uses(Guid of, CancellationToken ct) =>
        [.. (await db.Set<CaseUse>().AsNoTracking().Where(u => u.Case == of && u.TakenBackAt == null).Join(db.Set<Organisation>(), u => u.Member, o => o.Id, (u, o) => new { u, o.Code, o.ShortName }).ToListAsync(ct))
            .OrderBy(u => u.u.At).Select(u => new UseLine(u.u, u.Code, u.ShortName))];
}
