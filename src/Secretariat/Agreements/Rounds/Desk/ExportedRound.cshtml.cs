using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>
/// The round's log as a file, from which anyone computes its result, with the result that was stored beside it. What may change
/// afterwards stands apart: who answered, by the number of the line, and the lines that came too late.
/// </summary>
public sealed class ExportedRoundModel(Db db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { Terms: not null } round) return NotFound();
        var (log, people) = await db.Look(async () => (await db.Log(round, round.Ends, ct), await db.Set<Response>().AsNoTracking().Where(r => r.Round == id).OrderBy(r => r.Number)
            .Select(r => new { r.Number, r.Name, r.Capacity, r.Through, r.Evidence }).ToListAsync(ct)), ct);
        var export = CanonicalJson.Of(new JsonObject
        {
            ["round"] = round.Id.ToString(),
            ["title"] = round.Title,
            ["corrections"] = round.CorrectionsSaid,
            ["log"] = JsonNode.Parse(log.Counted().Canonical()),
            ["people"] = JsonSerializer.SerializeToNode(people, RoundLog.Json),
            ["late"] = JsonSerializer.SerializeToNode(log.Responses.Where(line => !log.Counts(line)), RoundLog.Json),
            ["result"] = round.Result is { } result ? JsonNode.Parse(result) : null,
        });
        return File(Encoding.UTF8.GetBytes(export), "application/json", $"round-{round.Id:N}.json");
    }
}
