using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

/// <summary>People who said that they speak to the media on a theme, and still hold a position.</summary>
public sealed class SpeaksOnTerm : IAudienceTerm
{
    public string Code => "speaks-on";

    public string Reason(string? value) => $"speaks to the media on {value}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<SpeaksOn>().Where(s => s.Themes.Contains(value!)).Join(db.Set<Person>(), s => s.Person, r => r.Id, (_, r) => r.Canonical)
        .Where(person => db.Set<Position>().Any(p => p.From <= on && (p.To == null || on <= p.To) && db.Set<Person>().Any(r => r.Id == p.Person && r.Canonical == person))).Distinct();
}
