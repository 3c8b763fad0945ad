using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Groupings;

/// <summary>A member chooses another grouping from a day: it leaves the old one the day before, so it is never in two.</summary>
public static class MoveToGrouping
{
    /// <param name="to">The code of the grouping; empty for none.</param>
    public static async Task Run(Db db, Organisation member, string to, DateOnly from, Actor by, CancellationToken ct)
    {
        if (!member.IsMember) throw new RuleBroken($"{member.Name} is not a member.", "Grouping");
        var groupings = await db.Set<Grouping>().Include(g => g.Members).ToListAsync(ct);
        var chosen = to.Length == 0 ? null : groupings.FirstOrDefault(g => g.Code == to) ?? throw new RuleBroken("Choose a grouping from the list.", "Grouping");
        if (chosen?.MembersOn(from).Contains(member.Id) == true) throw new RuleBroken($"{member.Name} is in {chosen.Name} on that day already.", "Grouping");
        if (groupings.SelectMany(g => g.Members).Any(m => m.Organisation == member.Id && m.From >= from))
            throw new RuleBroken($"{member.Name} has joined a grouping on that day or later. Choose a later day.", "From");
        groupings.FirstOrDefault(g => g.MembersOn(from).Contains(member.Id))?.Leave(member.Id, from.AddDays(-1));
        chosen?.Join(member.Id, from);
        await db.Save(by, "Move to grouping", ct);
    }
}
