using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

/// <summary>
/// A member has one Chair and one chief executive at a time: who answers for it must never be in doubt. A handover on one day
/// ends the first position the day before.
/// </summary>
public static class SoleHolder
{
    /// <param name="except">The position that is being changed.</param>
    /// <param name="field">Where the page says it.</param>
    public static async Task Check(Db db, Guid organisation, PositionKind kind, DateOnly first, DateOnly? last, Guid? except, CancellationToken ct, string field = "From")
    {
        if (kind is not (PositionKind.Chair or PositionKind.ChiefExecutive)) return;
        var other = await (from position in db.Set<Position>()
                           where position.Organisation == organisation && position.Kind == kind && position.Id != except
                               && (position.To == null || first <= position.To) && (last == null || position.From <= last)
                           join person in db.Set<Person>() on position.Person equals person.Id
                           join body in db.Set<Organisation>() on position.Organisation equals body.Id
                           where body.Kind == OrganisationKind.Member
                           select new { person.Name, Body = body.Name, position.From }).FirstOrDefaultAsync(ct);
        if (other is not null)
            throw new RuleBroken($"{other.Name} is {kind.Words()} of {other.Body} {(other.From > first ? $"from {other.From.Long()}" : "then")}. A member has one at a time: end that position first, or choose other dates.", field);
    }
}
