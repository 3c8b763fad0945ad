using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Cases;

/// <summary>For which members somebody may write cases, and say that they use one: their own, by the position held on the day.</summary>
public static class SpeaksFor
{
    private static readonly PositionKind[] Kinds = [PositionKind.Chair, PositionKind.ChiefExecutive, PositionKind.Deputy, PositionKind.Officer];

    public static async Task<IReadOnlyList<NamedMember>> Members(Db db, Guid person, DateOnly day, CancellationToken ct)
    {
        var voices = (await ActingPas.Voices(db, person, day, ct)).ToList();
        return await db.Set<Organisation>().AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Member && db.Set<Position>().Any(p => p.Organisation == o.Id && Kinds.Contains(p.Kind) && p.From <= day && (p.To == null || day <= p.To) && voices.Contains(p.Person)))
            .OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
    }

    /// <summary>Whom members can ask about a case: the people of its member, each once.</summary>
    public static async Task<IReadOnlyList<CasePerson>> People(Db db, IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken ct) =>
        [.. (await (from position in db.Set<Position>().AsNoTracking()
                    where members.Contains(position.Organisation) && position.From <= day && (position.To == null || day <= position.To) && position.Kind != PositionKind.Pa
                    join body in db.Set<Organisation>() on position.Organisation equals body.Id
                    join record in db.Set<Person>() on position.Person equals record.Id
                    join person in db.Set<Person>() on record.Canonical equals person.Id
                    where person.EmailKey != ""
                    orderby person.SortName, position.Kind
                    select new { person.Id, person.Name, person.Email, person.Phone, position.Kind, position.Title, body.ShortName, Member = body.Id }).ToListAsync(ct))
            .Select(p => new CasePerson(p.Id, p.Name, p.Title.Length > 0 ? p.Title : p.Kind.Words(), p.Email, p.Phone, p.ShortName, p.Member)).DistinctBy(p => p.Id)];
}

public sealed record CasePerson(Guid Id, string Name, string Role, string Email, string? Phone, string MemberName, Guid Member);
