using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Social;

/// <summary>In the sample year the newest story on the website is posted about after each bulletin, now and then on a second channel; some come to nothing.</summary>
public sealed class SocialPlay(NextBulletin next, Sites sites) : IPlayPart
{
    private const string File = "year/bulletins.yaml";
    private const int NotEvery = 9, OnTwo = 2, OnFlickr = 5;
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 130;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File)) return [];
        var steps = new List<PlayStep>();
        for (var year = NextBulletin.YearOf(from, sites.Current); year <= to; year = year.AddYears(1))
            steps.AddRange((await next.Promised(year, ct)).Select((day, n) => new PlayStep(day.AddDays(1).At(new TimeOnly(10, 30), sites.Current.Zone), $"Post about a story of bulletin {n + 1}", (s, now) => Post(s, n, now))));
        return steps;
    }

    private static async Task Post(IServiceProvider services, int nth, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.Set<PublishedItem>().AsNoTracking().Where(p => p.State == WebState.Published && !db.Set<SocialPost>().Any(s => s.Item == p.Item)).OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Slug).FirstOrDefaultAsync(ct) is not { } story) return;
        var item = await db.Set<Item>().AsNoTracking().SingleAsync(i => i.Id == story.Item, ct);
        SocialChannel[] channels = nth % OnFlickr == 1 ? [SocialChannel.X, SocialChannel.Flickr] : nth % OnTwo == 0 ? [SocialChannel.X, SocialChannel.LinkedIn] : [SocialChannel.X];
        foreach (var channel in channels) await One(services, db, item, story, channel, nth, now, ct);
    }

    private static async Task One(IServiceProvider services, Db db, Item item, PublishedItem story, SocialChannel channel, int nth, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        if (WritePost.Against(item, today) is not null) return;
        var (write, mark) = (services.GetRequiredService<WritePost>(), services.GetRequiredService<MarkPost>());
        var post = await write.Plan(item.Id, channel, PostWords.For(item, channel, new Uri(services.GetRequiredService<Platform.Settings>().Url, story.Path), today), item.Kind, Team, now, ct);
        // What is planned is there as the audit keeps it; the verbs work on the tracked one.
        post = await db.Set<SocialPost>().SingleAsync(p => p.Id == post.Id, ct);
        if (nth % NotEvery == 7)
        {
            await mark.NotPosted(post, "Overtaken by the day’s news.", Team, ct);
            return;
        }
        await write.Begin(post, Team, now, ct);
        await mark.Posted(post, $"https://{channel.ToString().ToLowerInvariant()}.example/network/{today:yyyyMMdd}", today, Team, now, ct);
    }
}
