using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Social;

/// <summary>Who wrote posts and who went to post them. Erasing takes the names off; the posts stay.</summary>
public sealed class PostPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(SocialPost)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["posts_written_or_posted"] = await Of(person).AsNoTracking().OrderBy(p => p.WrittenAt).Select(p => new { Channel = p.Channel.ToString(), p.Text, p.WrittenAt, p.BegunAt, p.Address }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var post in await Of(person).ToListAsync(ct)) post.ForgetStaff(person);
    }

    private IQueryable<SocialPost> Of(Guid person) => db.Set<SocialPost>().Where(p => p.Writer == person || p.Beginner == person);
}
