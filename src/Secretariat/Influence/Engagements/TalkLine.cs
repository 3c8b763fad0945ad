using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>A member that talks to an organisation itself, beside the names that a page needs.</summary>
public sealed record TalkLine(MemberTalk Talk, string Member, string MemberCode, string Organisation)
{
    /// <summary>Those that go on, the newest first.</summary>
    public static Task<List<TalkLine>> Of(Db db, IQueryable<MemberTalk> talks, CancellationToken ct) =>
        (from talk in talks.AsNoTracking()
         where talk.EndedOn == null
         join member in db.Set<Organisation>() on talk.Member equals member.Id
         join body in db.Set<Organisation>() on talk.Organisation equals body.Id
         orderby talk.Last descending, talk.Id
         select new TalkLine(talk, member.ShortName, member.Code, body.Name)).ToListAsync(ct);
}
