using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Which enquiries need a person today: new words, what is late, what came back from a member.</summary>
public sealed class EnquiriesToday(Db db) : IToday
{
    private const int Named = 5;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var open = await db.Set<Enquiry>().AsNoTracking().Where(e => e.State == EnquiryState.New || (e.State == EnquiryState.Waiting && e.Due < today) || e.WroteAgainAt != null)
            .OrderBy(e => e.Due).ThenBy(e => e.Id).Take(Named + 1).Select(e => new { e.Id, e.Subject, e.State, e.Due, e.WroteAgainAt }).ToListAsync(ct);
        List<TodayTask> tasks = [.. open.Take(Named).Select(e => new TodayTask(e.WroteAgainAt is not null ? "Read" : e.State == EnquiryState.Waiting ? "Ask again" : "Answer", $"{(e.State == EnquiryState.Waiting && e.WroteAgainAt is null ? "No word from the enquirer: " : "")}{e.Subject}", $"/desk/enquiries/{e.Id}", e.Due))];
        if (open.Count > Named) tasks.Add(new("See", "More enquiries wait to be looked at", "/desk/enquiries", open[Named].Due));
        return tasks;
    }
}
