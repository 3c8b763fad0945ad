using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.Finding;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Handovers;

/// <param name="Works">Whoever there has the enquiry's theme, for the note and the telephone.</param>
public sealed record SuggestedMember(Guid Id, string Code, string Name, HandoverTo? To, IReadOnlyList<ThemePerson> Works);

public sealed record ThemePerson(string Name, string Role, string? Phone);

/// <param name="Why">The sentence that says what the suggestion rests on, or why there is none.</param>
public sealed record Suggestion(string Why, IReadOnlyList<SuggestedMember> Members);

/// <summary>One member or two for the place somebody gave, and who there works on what they ask about. Without a place that is sure, none: never a guess.</summary>
public sealed class WhoseIsIt(Db db, Finders finders)
{
    public async Task<Suggestion> Of(Enquiry enquiry, DateOnly today, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(enquiry.Postcode)) return new("They gave no place. Ask for their postcode, or choose a member yourself.", []);
        var found = finders.Current.Finder.Find(enquiry.Postcode);
        if (!found.Answered) return new(found.Why, []);
        var codes = found.Members.Select(m => m.Code).ToList();
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member && codes.Contains(o.Code)).OrderBy(o => o.SortName).ToListAsync(ct);
        return new(found.Why, await With([.. members], enquiry.Theme, today, ct));
    }

    public async Task<IReadOnlyList<SuggestedMember>> With(IReadOnlyList<Organisation> members, string? theme, DateOnly today, CancellationToken ct)
    {
        var ids = members.Select(m => m.Id).ToList();
        var to = await Recipients.Of(db, ids, today, ct);
        var works = theme is null ? [] : await (from position in db.Set<Position>().AsNoTracking()
                                                where ids.Contains(position.Organisation) && position.From <= today && (position.To == null || today <= position.To) && position.Themes.Contains(theme)
                                                join record in db.Set<Person>() on position.Person equals record.Id
                                                join person in db.Set<Person>() on record.Canonical equals person.Id
                                                orderby person.SortName
                                                select new { position.Organisation, position.Kind, position.Title, person.Name, person.Phone }).ToListAsync(ct);
        return [.. members.Select(m => new SuggestedMember(m.Id, m.Code, m.Name, to.GetValueOrDefault(m.Id),
            [.. works.Where(w => w.Organisation == m.Id).Select(w => new ThemePerson(w.Name, w.Title.Length > 0 ? w.Title : w.Kind.Words(), w.Phone)).Distinct()]))];
    }
}
