using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Minutes;

/// <summary>A decision of the Board's that was taken at one of its meetings.</summary>
/// <param name="Agreed">False for what was put to the vote and did not pass.</param>
public sealed record DecidedThere(Guid Id, string Text, bool Agreed)
{
    /// <summary>Those that name the meeting, and those by show of hands on its day that name nothing else.</summary>
    public static async Task<IReadOnlyList<DecidedThere>> Of(Db db, Event at, CancellationToken ct)
    {
        var code = at.Code;
        return await db.Set<Decision>().AsNoTracking().Where(d => d.About == code || (d.About == "" && d.Date == at.Day && d.By == DecisionBy.Board && d.How == DecisionHow.ShowOfHands))
            .OrderBy(d => d.WrittenAt).Select(d => new DecidedThere(d.Id, d.Text, d.Outcome == RoundOutcome.Passed)).ToListAsync(ct);
    }
}
