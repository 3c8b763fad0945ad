using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Social;

/// <summary>What the plan counts: posts that stand at an address, with the members that each is about.</summary>
public sealed class PostsPublished(Db db) : IEvidence
{
    public IReadOnlyCollection<string> Codes => ["posts-published"];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var posted = await db.Set<SocialPost>().AsNoTracking().Where(p => p.State == PostState.Posted && p.PostedOn >= first && p.PostedOn <= last).OrderBy(p => p.PostedOn).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Channel, p.Heading, p.PostedOn, p.About }).ToListAsync(ct);
        if (posted.Count == 0) return [];
        var names = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        return [.. posted.Select(p => new Evidence(Codes.First(), p.PostedOn!.Value, $"{p.Channel.Facts().Name}: {p.Heading}{(p.About.Count > 0 ? $" ({string.Join(", ", p.About.Select(a => names.GetValueOrDefault(a)).OfType<string>())})" : "")}", $"/desk/social/{p.Id}"))];
    }
}
