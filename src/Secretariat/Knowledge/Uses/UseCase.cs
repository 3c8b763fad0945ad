using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Uses;

/// <summary>Records that a member uses a case, and that it no longer does.</summary>
public sealed class UseCase(Db db)
{
    public Task Say(Guid id, Guid member, string? how, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.LockedCase(id, ct);
        if (of.State != CaseState.Shared) throw new RuleBroken("This case is not shared now.");
        if (!await db.Set<Organisation>().AnyAsync(o => o.Id == member && o.Kind == OrganisationKind.Member, ct)) throw new RuleBroken("Choose the member from the list.", "Member");
        if (await db.Set<CaseVersion>().AnyAsync(v => v.Id == of.Shown && v.Members.Contains(member), ct)) throw new RuleBroken("It is this member’s own case: others say whether they use it.", "Member");
        var use = await db.Set<CaseUse>().SingleOrDefaultAsync(u => u.Case == id && u.Member == member, ct);
        if (use is null) db.Add(use = new CaseUse(id, member));
        use.Say(how, by, now);
        await db.Save(by, "Say that a case is used", ct);
    }, ct);

    public Task TakeBack(Guid id, Guid member, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        await db.LockedCase(id, ct);
        if (await db.Set<CaseUse>().SingleOrDefaultAsync(u => u.Case == id && u.Member == member, ct) is not { } use) throw new RuleBroken("Nobody said so.");
        use.TakeBack(now);
        await db.Save(by, "Take back that a case is used", ct);
    }, ct);
}
