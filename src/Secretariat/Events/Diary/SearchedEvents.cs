using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary;

/// <summary>Events by title, place, topic, partner, and by what their minutes say.</summary>
public sealed class SearchedEvents : ISearchable
{
    public string Kind => "event";
    public string Heading => "Events";

    public Guid? Of(Record saved) => (saved as Event)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Event>().Select(e => e.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Event>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(ct)).Select(e => new SearchWords(e.Id, e.Title,
            string.Join(" · ", new[] { e.State.Words(), e.Place, e.Topic, e.Partner, e.About, e.Minutes }.Where(w => !string.IsNullOrEmpty(w))), $"/desk/events/{e.Id}", e.Day))];
}
