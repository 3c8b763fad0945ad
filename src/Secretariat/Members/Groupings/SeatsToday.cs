using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Groupings;

/// <summary>What the Board and the members' leaders need of a person today.</summary>
public sealed class SeatsToday(Db db) : IToday
{
    /// <summary>How long before a term ends its successor is asked for.</summary>
    private const int DaysAhead = 60;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var next = await db.Set<Seat>().Where(s => s.From > today).GroupBy(s => s.Grouping).Select(g => new { g.Key, From = g.Min(s => s.From) }).ToDictionaryAsync(g => g.Key, g => g.From, ct);
        var tasks = new List<TodayTask>();
        foreach (var seat in await Board.On(db, today, ct))
        {
            var fill = $"/desk/groupings/{seat.Code}/seat/fill";
            if (seat.Holder is not { } holder)
            {
                if (!next.ContainsKey(seat.Id)) tasks.Add(new("Fill", $"The seat of {seat.Name} is vacant", fill, null));
            }
            else if (holder.ChairOf is null)
                tasks.Add(new("Fill", $"{holder.Name} holds the seat of {seat.Name} and is no longer Chair of one of its members", fill, null));
            else if (holder.To is { } last && last <= today.AddDays(DaysAhead) && !next.ContainsKey(seat.Id))
                tasks.Add(new("Fill", $"The seat of {seat.Name} falls vacant after {last.Plain()}, when {holder.Name}’s term ends", fill, last));
        }
        return [.. tasks, .. await Leaderless(today, ct)];
    }

    /// <summary>Members without a Chair or a chief executive: nobody there can answer for the member.</summary>
    private async Task<IEnumerable<TodayTask>> Leaderless(DateOnly today, CancellationToken ct)
    {
        var held = db.Set<Position>().Where(p => p.From <= today && (p.To == null || today <= p.To));
        var members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new
        {
            o.Code,
            o.Name,
            Chair = held.Any(p => p.Organisation == o.Id && p.Kind == PositionKind.Chair),
            Chief = held.Any(p => p.Organisation == o.Id && p.Kind == PositionKind.ChiefExecutive),
        }).Where(o => !o.Chair || !o.Chief).ToListAsync(ct);
        return members.Select(m => new TodayTask("Add", $"{m.Name} has no {(m.Chair ? "chief executive" : m.Chief ? "Chair" : "Chair and no chief executive")}", $"/desk/members/{m.Code}", null));
    }
}
