using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Social;

/// <summary>Posts by what they say and the item they are about.</summary>
public sealed class SearchedPosts : ISearchable
{
    public string Kind => "post";
    public string Heading => "Posts";

    public Guid? Of(Record saved) => (saved as SocialPost)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<SocialPost>().Select(p => p.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<SocialPost>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct))
            .Select(p => new SearchWords(p.Id, $"{p.Facts.Name}: {p.Heading}", $"{p.State.Words()} · {p.Title} {p.Text} {p.Alt}", $"/desk/social/{p.Id}", p.PostedOn ?? p.Day))];
}
