using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries.Desk;

/// <summary>The moving part of a batch's page, for pages that look again by themselves.</summary>
public sealed class BatchLiveModel(Db db, SendingTrouble trouble) : PageModel
{
    public BatchView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? state, string? after, CancellationToken ct)
    {
        DeliveryState? only = Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var parsed) ? parsed : null;
        if (await LedgerQuestions.View(db, trouble, id, only, string.IsNullOrEmpty(after) ? null : after, ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
