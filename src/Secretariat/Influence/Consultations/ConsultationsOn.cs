using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>Consultations that still take answers, for people of members.</summary>
public sealed class ConsultationsOn(Db db) : IWhatIsOn
{
    public async Task<IReadOnlyList<OnLine>> For(Guid person, DateOnly today, int most, CancellationToken ct)
    {
        if ((await MyMembers.Of(db, person, today, ct)).Count == 0) return [];
        var open = await db.Set<Consultation>().AsNoTracking().Where(c => c.Deadline >= today && c.Course != Course.Leave).OrderBy(c => c.Deadline).ThenBy(c => c.Id).Take(most).ToListAsync(ct);
        return [.. (await ConsultationStand.Read(db, open, today, ct)).Where(s => s.Released is null).Select(s => new OnLine(s.Of.Deadline!.Value, s.Of.Title, $"the last day for answers; {s.Words(today)}", $"/my/consultations/{s.Of.Id}", s.Of.Invented))];
    }
}
