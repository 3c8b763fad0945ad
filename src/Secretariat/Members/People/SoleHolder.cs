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
        if (!IsSole(kind)) return;
        var other = await (from position in db.Set<Position>()
                           where position.Organisation == organisation && position.Kind == kind && position.Id != except
                               && (position.To == null || first <= position.To) && (last == null || position.From <= last)
                           join person in db.Set<Person>() on position.Person equals person.Id
                           join body in db.Set<Organisation>() on position.Organisation equals body.Id
                           where body.Kind == OrganisationKind.Member
                           select new { person.Name, Body = body.Name, position.From }).FirstOrDefaultAsync(ct);
        if (other is not null) throw new RuleBroken(Sentence(other.Name, kind, other.Body, other.From, first), field);
    }

    public static bool IsSole(PositionKind kind) => kind is PositionKind.Chair or PositionKind.ChiefExecutive;

    /// <summary>Why somebody cannot hold it from a day: somebody else does.</summary>
    public static string Sentence(string name, PositionKind kind, string body, DateOnly from, DateOnly first) =>
        $"{name} is {kind.Words()} of {body} {(from > first ? $"from {from.Long()}" : "then")}. A member has one at a time: end that position first, or choose other dates.";
}
