using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.Groupings;

/// <summary>Loads <c>groupings.yaml</c>: which members stand together, and who has held their seat.</summary>
public sealed class GroupingsPack : IPackPart
{
    public const string File = "groupings.yaml";

    public int Order => 30;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return;
        var members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        var people = await db.Set<Person>().Include(p => p.Positions).Where(p => p.PackKey != null).ToDictionaryAsync(p => p.PackKey!, ct);
        var rows = GroupingRows.Read(root, members, people, report);
        if (report.Faults.Count > 0) return;

        var follow = await PackFollow.Begin(db, "grouping", report, ct);
        var places = await PackFollow.Begin(db, "grouping-member", report, ct);
        var seats = await PackFollow.Begin(db, "seat", report, ct);
        var here = await db.Set<Grouping>().Include(g => g.Members).Include(g => g.Seats).AsSplitQuery().ToDictionaryAsync(g => g.Code, ct);
        foreach (var row in rows)
        {
            var entry = follow.Entry(row.Code, row.Name, File, row.Line);
            var isNew = !here.TryGetValue(row.Code, out var grouping);
            if (isNew && entry.Record is not null)
            {
                entry.IsRemovedHere();
                continue;
            }
            if (grouping is null)
            {
                db.Add(grouping = new Grouping(row.Code, row.Name));
                report.Add("groupings");
            }
            entry.Is(grouping, isNew);
            entry.Field("name", row.Name, grouping.Name, () => grouping.Rename(row.Name));
            entry.Field("invented", row.Invented.Text(), grouping.Invented.Text(), () => grouping.Invented = row.Invented);
            foreach (var member in row.Members) Join(places, row, member, grouping, members[member.Code], here.Values);
            foreach (var chair in row.Chairs) Seat(seats, row, chair, grouping, people[chair.Person].Id, report);
        }
    }

    private static void Join(PackFollow follow, GroupingRow row, MemberRow member, Grouping grouping, Guid organisation, IEnumerable<Grouping> all)
    {
        var entry = follow.Entry($"{row.Code}|{member.Code}", $"{member.Code} in {row.Name}", File, member.Line);
        if (entry.Record is { } known)
        {
            var place = grouping.Members.SingleOrDefault(m => m.Id == known);
            if (place is null) entry.IsRemovedHere();
            else if (place.To is { } left) entry.Field("to", "", left.Iso(), () => { });
            return;
        }
        if (all.Any(g => g != grouping && g.MembersOn(row.From).Contains(organisation)))
            entry.Apply(() => throw new RuleBroken($"“{member.Code}” is in another grouping here"));
        else if (entry.Apply(() => grouping.Join(organisation, row.From)))
            entry.Is(grouping.Members[^1], isNew: true);
    }

    private static void Seat(PackFollow follow, GroupingRow row, ChairRow chair, Grouping grouping, Guid person, PackReport report)
    {
        var entry = follow.Entry($"{row.Code}|{chair.Person}|{chair.Turn}", $"The seat of {row.Name}", File, chair.Line);
        var seat = grouping.Seats.SingleOrDefault(s => s.Id == entry.Record);
        var isNew = seat is null;
        if (isNew && entry.Record is not null)
        {
            entry.IsRemovedHere();
            return;
        }
        if (seat is null)
        {
            if (!entry.Apply(() => seat = grouping.Fill(person, chair.From))) return;
            if (chair.To is { } last) entry.Apply(() => seat!.Vacate(last));
            report.Add("seats");
        }
        entry.Is(seat!, isNew);
        entry.Field("from", chair.From.Iso(), seat!.From.Iso(), () => grouping.Correct(seat, chair.From, seat.To));
        entry.Field("to", chair.To.Text(), seat.To.Text(), () => grouping.Correct(seat, seat.From, chair.To));
    }
}
