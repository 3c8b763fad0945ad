using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Organisations;

/// <summary>Members and every other body, by name, code, region and note.</summary>
public sealed class SearchedOrganisations : ISearchable
{
    public string Kind => "organisation";
    public string Heading => "Organisations";

    public Guid? Of(Record saved) => (saved as Organisation)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Organisation>().Select(o => o.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(ct)).Select(o => new SearchWords(o.Id, o.Name,
            string.Join(" · ", new[] { o.ShortName == o.Name ? "" : o.ShortName, o.Kind.Words(), o.Code, o.Region, o.Website, o.Note }.Where(w => !string.IsNullOrEmpty(w))), $"/desk/members/{o.Code}"))];
}
