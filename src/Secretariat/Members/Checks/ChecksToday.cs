using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>Corrections that wait to be taken over.</summary>
public sealed class ChecksToday(Db db) : IToday
{
    private const int Named = 5;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var open = await db.Set<DetailsCheck>().AsNoTracking().Where(c => c.SettledAt == null).OrderBy(c => c.At).ThenBy(c => c.Id).Take(Named + 1)
            .Join(db.Set<Person>(), c => c.Person, p => p.Id, (c, p) => new { c.Id, c.At, p.Name }).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(ct);
        List<TodayTask> tasks = [.. open.Take(Named).Select(c => new TodayTask("Look", $"{c.Name} corrected their details", $"/desk/people/checks/{c.Id}", null))];
        if (open.Count > Named) tasks.Add(new("See", "More people corrected their details", "/desk/people/checks", null));
        return tasks;
    }
}
