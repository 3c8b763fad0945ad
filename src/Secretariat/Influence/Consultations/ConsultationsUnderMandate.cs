using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>A hold on the theme of a consultation stops its answer too. There is nothing to stop: whatever shows it asks the mandate each time.</summary>
public sealed class ConsultationsUnderMandate(Db db) : IUnderMandate
{
    public Task Stop(Guid mandate, string because, Actor by, CancellationToken ct) => Task.CompletedTask;

    public async Task<IReadOnlyCollection<string>> Reach(Guid mandate, CancellationToken ct) =>
        [.. (await db.Set<Consultation>().Where(c => c.Theme != null && db.Set<Mandate>().Any(m => m.Id == mandate && m.Round == c.Round)).Select(c => c.Theme).Distinct().ToListAsync(ct)).Select(t => $"theme:{t}")];
}
