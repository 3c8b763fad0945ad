using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Minutes;

/// <summary>Actions from minutes by what was taken on, by whom, and what came of it.</summary>
public sealed class SearchedActions : ISearchable
{
    public string Kind => "action";
    public string Heading => "Actions";

    public Guid? Of(Record saved) => (saved as EventAction)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<EventAction>().Select(a => a.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<EventAction>().AsNoTracking().Where(a => ids.Contains(a.Id)).Join(db.Set<Event>(), a => a.Event, e => e.Id, (a, e) => new { a, e.Title }).ToListAsync(ct))
            .Select(x => new SearchWords(x.a.Id, x.a.What,
                string.Join(" · ", new[] { x.a.Name, x.a.IsOpen ? $"open, by {x.a.Due.Plain()}" : "closed", x.Title, x.a.Because, x.a.Outcome }.Where(w => !string.IsNullOrEmpty(w))), $"/desk/events/{x.a.Event}", x.a.Due))];
}
