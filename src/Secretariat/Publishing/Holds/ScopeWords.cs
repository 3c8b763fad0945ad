using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Publishing.Holds;

/// <summary>What a hold can be on, in words: everything public first, since that is what an election asks for.</summary>
public static class ScopeWords
{
    public static async Task<IReadOnlyDictionary<string, string>> All(Db db, CancellationToken ct)
    {
        var words = new Dictionary<string, string>
        {
            [Hold.Public] = "Everything public: news, newsletters, publications, posts and media offers",
            [Hold.Everything] = "Everything but sign-in and acknowledgements",
        };
        foreach (var theme in await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)) words[$"theme:{theme.Code}"] = $"The theme {theme.Name}";
        foreach (var member in await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new { o.Code, o.ShortName }).ToListAsync(ct)) words[$"member:{member.Code}"] = $"What is about {member.ShortName}";
        return words;
    }
}
