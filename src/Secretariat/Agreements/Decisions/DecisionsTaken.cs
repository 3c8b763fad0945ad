using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Decisions;

/// <summary>What the Board decided, at its table or in a round.</summary>
public sealed class DecisionsTaken(Db db) : IEvidence
{
    public const string Code = "decisions-taken";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct) =>
        [.. (await db.Set<Decision>().AsNoTracking().Where(d => d.By == DecisionBy.Board && d.Date >= first && d.Date <= last).OrderBy(d => d.Date).ThenBy(d => d.WrittenAt).ThenBy(d => d.Text)
            .Select(d => new { d.Id, d.Date, d.Text }).ToListAsync(ct)).Select(d => new Evidence(Code, d.Date, d.Text, $"/desk/decisions/{d.Id}"))];
}
