using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Finding;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

/// <param name="Why">"speaks on it", "works on it", "press officer": the order in which to ring.</param>
public sealed record Speaker(Guid Person, string Name, string Role, Guid Member, string Code, string MemberName, string? Phone, string Why, bool InPlace);

/// <summary>Whom to ring about a topic and a place: first those who said that they speak on it, then those who work on it, then the place's press officers.</summary>
public sealed class Speakers(Db db, Finders finders)
{
    /// <summary>Why somebody is rung who has the place and not the theme.</summary>
    public const string OfPlace = "covers the place";

    private const int Most = 15;

    public async Task<(string Place, IReadOnlyList<Speaker> People)> Of(MediaRequest request, DateOnly today, CancellationToken ct)
    {
        var found = string.IsNullOrWhiteSpace(request.Place) ? null : finders.Current.Finder.Find(request.Place);
        var covers = found is { Answered: true } ? found.Members.Select(m => m.Code).ToHashSet() : [];
        var held = await (from position in db.Set<Position>().AsNoTracking()
                          where position.From <= today && (position.To == null || today <= position.To) && position.Kind != PositionKind.Pa
                          join body in db.Set<Organisation>() on position.Organisation equals body.Id
                          where body.Kind == OrganisationKind.Member
                          join record in db.Set<Person>() on position.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          where person.EmailKey != ""
                          let speaks = db.Set<SpeaksOn>().Any(s => db.Set<Person>().Any(r => r.Id == s.Person && r.Canonical == person.Id) && s.Themes.Contains(request.Theme ?? ""))
                          let works = position.Themes.Contains(request.Theme ?? "")
                          where speaks || works || (covers.Contains(body.Code) && (position.Kind == PositionKind.Press || position.Kind == PositionKind.ChiefExecutive || position.Kind == PositionKind.Chair))
                          select new { person.Id, person.Name, person.SortName, person.Phone, position.Kind, position.Title, Member = body.Id, body.Code, MemberName = body.ShortName, speaks, works }).ToListAsync(ct);
        var ranked = held.Select(h => (Of: h, Rank: h.speaks ? 0 : h.works ? 1 : 2, In: covers.Contains(h.Code)))
            .OrderBy(h => h.In ? 0 : 1).ThenBy(h => h.Rank).ThenBy(h => h.Of.Kind != PositionKind.Press).ThenBy(h => h.Of.SortName, StringComparer.Ordinal).DistinctBy(h => h.Of.Id).Take(Most);
        return (found?.Why ?? "", [.. ranked.Select(h => new Speaker(h.Of.Id, h.Of.Name, h.Of.Title.Length > 0 ? h.Of.Title : h.Of.Kind.Words(), h.Of.Member, h.Of.Code, h.Of.MemberName, h.Of.Phone, h.Rank switch { 0 => "speaks on it", 1 => "works on it", _ => OfPlace }, h.In))]);
    }
}
