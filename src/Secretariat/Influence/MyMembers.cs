using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Influence;

/// <summary>For which members somebody speaks here: those in which they hold a position today.</summary>
public static class MyMembers
{
    public static Task<List<Organisation>> Of(Db db, Guid? person, DateOnly today, CancellationToken ct) =>
        db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member
            && db.Set<Position>().Any(p => p.Organisation == o.Id && p.From <= today && (p.To == null || today <= p.To) && db.SameAs(person).Contains(p.Person))).OrderBy(o => o.SortName).ToListAsync(ct);

    /// <summary>Those for which somebody may say what was sent in their name: not every position speaks for its member.</summary>
    public static async Task<IReadOnlySet<Guid>> SpokenFor(Db db, Guid? person, DateOnly today, CancellationToken ct) =>
        (await db.Set<Position>().Where(p => Voices.Contains(p.Kind) && p.From <= today && (p.To == null || today <= p.To) && db.SameAs(person).Contains(p.Person)).Select(p => p.Organisation).ToListAsync(ct)).ToHashSet();

    private static readonly PositionKind[] Voices = [PositionKind.Chair, PositionKind.ChiefExecutive, PositionKind.Deputy, PositionKind.Officer];
}
