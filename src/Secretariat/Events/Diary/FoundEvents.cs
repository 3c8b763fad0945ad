using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary.Public;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary;

/// <summary>Public events by what their page says; neither minutes nor who was asked.</summary>
public sealed class FoundEvents : IFoundByVisitors
{
    public string Kind => "site-event";
    public string Heading => "Events";

    public Guid? Of(Record saved) => (saved as Event)?.Id;

    public IQueryable<Guid> All(Db db) => DiaryFeeds.Open(db).Select(e => e.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await DiaryFeeds.Open(db).Where(e => ids.Contains(e.Id)).ToListAsync(ct)).Select(e => new SearchWords(e.Id, e.Title, string.Join(" · ", new[] { e.Place, e.About }.Where(w => !string.IsNullOrEmpty(w))), $"/events/{e.Slug}", e.Day))];

    public async Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await DiaryFeeds.Open(services.GetRequiredService<Db>()).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct);
}
