using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.My;

/// <summary>What a Chair with a seat on the Board sees of the members of their grouping: every question starts from the seats in which they may speak today.</summary>
public static class MyGrouping
{
    /// <summary>The members in whose grouping this person holds the seat on the day.</summary>
    public static IQueryable<Guid> Members(Db db, Guid me, DateOnly day) =>
        from seat in Board.Speaking(db, day)
        where seat.Person == me
        join member in db.Set<GroupingMember>() on seat.Grouping equals member.Grouping
        where member.From <= day && (member.To == null || day <= member.To)
        select member.Organisation;

    /// <summary>Those of them who are asked in rounds that take answers now.</summary>
    public static IQueryable<Elector> Electors(Db db, Guid me, DateOnly day) =>
        from elector in db.Set<Elector>().AsNoTracking()
        join round in db.Set<Round>().IgnoreAutoIncludes() on elector.Round equals round.Id
        where round.State == RoundState.Open && elector.Grouping == null && Members(db, me, day).Contains(elector.Organisation!.Value)
        select elector;
}
