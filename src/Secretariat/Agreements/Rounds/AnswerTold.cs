using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>What one of those who were asked answered, as the others read it once the round has closed: its answer and its words, and nobody's name.</summary>
public sealed record AnswerTold(string Member, string Answer, IReadOnlyList<string> Words)
{
    public static async Task<IReadOnlyList<AnswerTold>> Of(Db db, Round round, CancellationToken ct)
    {
        if (round.Counted is not { } count) return [];
        var lines = await db.Set<Response>().AsNoTracking().Where(r => r.Round == round.Id).ToDictionaryAsync(r => r.Number, ct);
        return [.. count.Standings.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => Of(s, s.Stand.IsMissing() || s.Response is null ? null : lines.GetValueOrDefault(s.Response.Value)))];
    }

    private static AnswerTold Of(Standing standing, Response? said) => new(standing.Name,
        $"{standing.Stand.Words()}{(said?.Choice is { } choice ? $" {choice}" : "")}{(said?.Amount is { } amount ? $" {amount}" : "")}",
        [.. new[] { said?.Reason, said?.Comment }.OfType<string>().Distinct()]);
}
