using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Social;

/// <summary>Writes down what became of a post.</summary>
public sealed class MarkPost(Db db, Sites sites)
{
    public Task Posted(SocialPost post, string? address, DateOnly? on, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        post.Mark(address, on, post.WrittenAt.DateIn(sites.Current.Zone), now.DateIn(sites.Current.Zone));
        if (await db.Set<SocialPost>().AsNoTracking().FirstOrDefaultAsync(p => p.AddressKey == post.AddressKey && p.Id != post.Id, ct) is { } other)
            throw new RuleBroken($"At this address stands another post, about “{other.Heading}”. Paste the address of this one.", "Address");
        await db.Save(by, "Mark as posted", ct);
    }, ct);

    public async Task NotPosted(SocialPost post, string? why, Actor by, CancellationToken ct)
    {
        post.MarkNot(why);
        await db.Save(by, "Mark as not posted", ct);
    }
}
