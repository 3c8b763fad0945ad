using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>Consultations that wait for a decision or for the next step, with their deadline.</summary>
public sealed class ConsultationsToday(Db db) : IToday
{
    private const int Most = 8, Late = 60;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        // What was agreed in time may still have to leave, or its receipt to come.
        var lately = today.AddDays(-Late);
        var open = await db.Set<Consultation>().AsNoTracking().Where(c => c.Deadline == null || c.Deadline >= today || c.Kind == ConsultationKind.Research || c.Round != null && c.Deadline >= lately).OrderBy(c => c.Deadline == null).ThenBy(c => c.Deadline).Take(50).ToListAsync(ct);
        return [.. (await ConsultationStand.Read(db, open, today, ct)).Select(s => (s.Of, Next: s.Next(today))).Where(s => s.Next is not null).Take(Most)
            .Select(s => new TodayTask(s.Next!.Value.Verb, $"{s.Of.Title}: {s.Next.Value.What}{(s.Of.Deadline is { } day ? $"; answers are taken until {day.Plain()}" : "")}", $"/desk/influence/consultations/{s.Of.Id}", s.Of.Deadline))];
    }
}
