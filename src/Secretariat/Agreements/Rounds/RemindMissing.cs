using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Asks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>Staff write to those of a round who have not answered. A button that is pressed twice writes once.</summary>
public sealed class RemindMissing(Db db, RoundAsks asks, OpenAsks open, WriteAsks write)
{
    /// <summary>Somebody who is missing, with what they were written already.</summary>
    public sealed record Line(Ask Ask, DateTimeOffset? Last, int InLastWeek)
    {
        public bool Tired => InLastWeek >= AskRules.WeeklyCap;

        /// <summary>Person and what is asked.</summary>
        public string Name => $"{Ask.Person:N}:{Ask.Key}";

        public bool IsJustAsked(DateTimeOffset now) => now - Last < JustNow;
    }

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<Line>> Lines(Round round, DateTimeOffset now, CancellationToken ct)
    {
        var missing = await asks.Of(db, round, now, ct);
        var (last, had) = (await open.LastAsked(missing, ct), await open.InLastWeek(now, ct));
        return [.. missing.Select(a => new Line(a, last.TryGetValue((a.Person, a.Kind, a.Key), out var at) ? at : null, had.GetValueOrDefault(a.Person)))];
    }

    /// <param name="to">The names of the lines that were ticked.</param>
    /// <returns>How many letters.</returns>
    public Task<int> Run(Guid id, IReadOnlyCollection<string> to, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: of two presses the second sees the letters of the first.
        var round = await db.Locked(id, ct);
        if (!round.IsOpenAt(now)) throw new RuleBroken("This round takes no more answers, so nobody is written to.");
        var chosen = (await Lines(round, now, ct)).Where(l => to.Contains(l.Name)).ToList();
        if (chosen.Count == 0) throw new RuleBroken("Nobody is chosen. Tick those to write to.");
        if (chosen.All(l => l.IsJustAsked(now))) throw new RuleBroken("They were written to a moment ago.");
        return await write.Now([.. chosen.Where(l => !l.IsJustAsked(now)).Select(l => l.Ask)], now, ct);
    }, ct);
}
