using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>The round's log as a file, from which anyone computes its result, with the result that was stored beside it.</summary>
public sealed class ExportedRoundModel(Db db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { Terms: not null } round) return NotFound();
        var log = await db.Look(() => db.Log(round, round.Ends, ct), ct);
        var export = CanonicalJson.Of(new JsonObject
        {
            ["round"] = round.Id.ToString(),
            ["title"] = round.Title,
            ["corrections"] = round.CorrectionsSaid,
            ["log"] = JsonNode.Parse(log.Canonical()),
            ["result"] = round.Result is { } result ? JsonNode.Parse(result) : null,
        });
        return File(Encoding.UTF8.GetBytes(export), "application/json", $"round-{round.Id:N}.json");
    }
}
