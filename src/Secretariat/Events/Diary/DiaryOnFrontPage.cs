using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary.Public;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary;

/// <summary>What is on next, on the front page. An event is nobody's in particular, so a member's page has none.</summary>
public sealed class DiaryOnFrontPage(Db db, Sites sites, TimeProvider clock) : IOnFrontPage
{
    public int Order => 20;
    public string Heading => "Diary";
    public FrontLink More => new("All events", "/events");
    public IReadOnlyCollection<string> Tags => [nameof(Event)];

    public async Task<IReadOnlyList<FrontLine>> Lines(Guid? member, int most, CancellationToken ct)
    {
        if (member is not null) return [];
        var today = sites.Today(clock);
        return await DiaryFeeds.Open(db).Where(e => e.Day >= today && e.State != EventState.Cancelled).OrderBy(e => e.Day).ThenBy(e => e.Starts).Take(most)
            .Select(e => new FrontLine(e.Day, e.Title, "/events/" + e.Slug, e.Place, e.Invented)).ToListAsync(ct);
    }
}
