using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>Contacts that are due or missed, and promises that come up.</summary>
public sealed class EngagementsToday(Db db) : IToday
{
    private const int Ahead = 7, Most = 6;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var until = today.AddDays(Ahead);
        var due = (await Stakeholders.All(db, ct)).Where(s => s.Due <= until).OrderBy(s => s.Due).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var promises = await db.Set<Promise>().AsNoTracking().Where(p => p.End == null && p.Due <= until).OrderBy(p => p.Due).ThenBy(p => p.Id).Take(Most)
            .Join(db.Set<Organisation>(), p => p.Organisation, o => o.Id, (promise, o) => new { promise, o.ShortName }).ToListAsync(ct);
        List<TodayTask> tasks = [.. due.Take(Most).Select(s => new TodayTask("Contact", $"{s.Name}: {(s.Last is { } last ? $"last contact {last.Plain()}" : "no contact yet")}{(s.Owner is { } owner ? $", looked after by {owner}" : "")}", $"/desk/influence/organisations/{Uri.EscapeDataString(s.Code)}", s.Due))];
        if (due.Count > Most) tasks.Add(new("See", $"{due.Count - Most} more {(due.Count - Most == 1 ? "organisation" : "organisations")} whose next contact is due", "/desk/influence/engagements", null));
        tasks.AddRange(promises.OrderBy(p => p.promise.Due).Select(p => new TodayTask(p.promise.Ours ? "Keep" : "Ask after",
            p.promise.Ours ? $"{p.promise.Name} promised {p.ShortName}: {p.promise.What}" : $"{p.ShortName} promised: {p.promise.What}", $"/desk/influence/engagements/{p.promise.Engagement}#promises", p.promise.Due)));
        return tasks;
    }
}
