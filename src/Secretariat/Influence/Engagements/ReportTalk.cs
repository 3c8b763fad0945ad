using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements;

public sealed record TalkDraft(Guid? Organisation, string? About, string? Who, DateOnly? Last);

/// <summary>Notes that a member talks to an organisation itself: said by the member, or written down by staff for it.</summary>
public sealed class ReportTalk(Db db, Sites sites)
{
    /// <param name="person">Of the member; null when staff write it down.</param>
    public Task Run(Guid member, TalkDraft draft, Guid? person, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var today = now.DateIn(sites.Current.Zone);
        if (!await db.Set<Organisation>().AnyAsync(o => o.Id == member && o.Kind == OrganisationKind.Member, ct)) throw new RuleBroken("Choose the member that talks to them.", "Member");
        if (draft.Organisation is not { } body || !await db.Set<Organisation>().AnyAsync(o => o.Id == body && CountsAs.Others.Contains(o.Kind), ct)) throw new RuleBroken("Choose the organisation.", "Organisation");
        var talk = new MemberTalk(member, body, draft.About, draft.Who, draft.Last, person, by.Name, today, now);
        // Said again it is the same, and newer.
        if (await db.Set<MemberTalk>().FirstOrDefaultAsync(t => t.Member == member && t.Organisation == body && t.About == talk.About && t.EndedOn == null, ct) is { } there) there.Renew(talk.Last, today);
        else db.Add(talk);
        await db.Save(by, "Report that a member talks to an organisation", ct);
    }, ct);

    public async Task Go(MemberTalk talk, bool on, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DateIn(sites.Current.Zone);
        if (on) talk.Renew(today, today);
        else talk.End(today);
        await db.Save(by, on ? "Say that a member still talks to an organisation" : "Say that a member talks to an organisation no longer", ct);
    }
}
