using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Organisations;

/// <summary>Members by what their own pages say of them; the secretariat's notes are not among it.</summary>
public sealed class FoundMembers : IFoundByVisitors
{
    public string Kind => "site-member";
    public string Heading => "Members";

    public Guid? Of(Record saved) => (saved as Organisation)?.Id;

    public IQueryable<Guid> All(Db db) => Open(db).Select(o => o.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await Open(db).Where(o => ids.Contains(o.Id)).ToListAsync(ct)).Select(o => new SearchWords(o.Id, o.Name, string.Join(" · ", new[] { o.ShortName == o.Name ? "" : o.ShortName, o.Region }.Where(w => !string.IsNullOrEmpty(w))), $"/members/{o.Code}"))];

    public async Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Open(services.GetRequiredService<Db>()).Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);

    private static IQueryable<Organisation> Open(Db db) => db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member);
}
