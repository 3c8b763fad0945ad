using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Corrections;

/// <summary>A correction was stopped by an objection while the round goes on: somebody decides what becomes of the text.</summary>
public sealed class CorrectionsToday(Db db) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var stopped = await (from correction in db.Set<Correction>()
                             where correction.State == CorrectionState.Objected && correction.LeftAt == null
                             join round in db.Set<Round>().IgnoreAutoIncludes() on correction.Round equals round.Id
                             where round.State == RoundState.Open
                             // A later wording, or another correction, is an answer to it.
                             where !db.Set<RoundVersion>().Any(v => v.Round == round.Id && v.Number > correction.Follows)
                             where !db.Set<Correction>().Any(c => c.Round == round.Id && c.ProposedAt > correction.ProposedAt)
                             orderby correction.EndedAt
                             select new { round.Id, round.Title, correction.ObjectedFor }).ToListAsync(ct);
        return [.. stopped.Select(s => new TodayTask("Look at", $"{s.ObjectedFor} objects to a correction, so the text stays. Send a new version, or leave it: {s.Title}", $"/desk/rounds/{s.Id}#corrections", null))];
    }
}
