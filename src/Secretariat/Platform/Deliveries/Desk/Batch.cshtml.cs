using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Deliveries.Desk;

/// <summary>One batch: who got it, who did not and why, as it happens.</summary>
public sealed class BatchModel(Db db, BatchOrders orders, SendingTrouble trouble, Sites sites) : PageModel
{
    public BatchView View { get; private set; } = null!;

    public string Lead => View.Batch.State switch
    {
        BatchState.Freezing => "The audience is being written down.",
        BatchState.Open => $"Being sent since {View.Batch.NotBefore.Long(sites.Current.Zone)}.",
        BatchState.Paused => $"Paused: {View.Pending} of {View.All} wait.",
        BatchState.Cancelled => "Cancelled: what had not been sent by then is not sent.",
        _ => $"Done{(View.Batch.DoneAt is { } at ? $" on {at.Long(sites.Current.Zone)}" : "")}.",
    };

    public static string Said(OrderKind kind) => kind switch
    {
        OrderKind.Freeze => "audience frozen",
        OrderKind.Pause => "paused",
        OrderKind.Resume => "resumed",
        OrderKind.Cancel => "cancelled",
        OrderKind.AllowAgain => "letters to one address allowed again",
        OrderKind.SayArrived => "one unknown letter said to have arrived",
        OrderKind.SayLost => "one unknown letter said not to have arrived",
        _ => "one letter sent again",
    };

    public static string Beside(OrderLine order) => order.Note.Length > 0 ? $" ({order.Note})" : string.IsNullOrEmpty(order.To) ? "" : $" ({order.To})";

    public async Task<IActionResult> OnGetAsync(Guid id, string? state, string? after, CancellationToken ct) => await Load(id, state, after, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostPauseAsync(Guid id, CancellationToken ct) => Do(id, () => orders.Pause(id, User.Actor(), ct), "Paused. What was on the wire has gone; the rest waits.", ct);

    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken ct) => Do(id, () => orders.Resume(id, User.Actor(), ct), "Sending goes on.", ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) => Do(id, () => orders.Cancel(id, User.Actor(), ct), "Cancelled. Nobody else gets it.", ct);

    public Task<IActionResult> OnPostAgainAsync(Guid id, Guid letter, CancellationToken ct) => Do(id, () => orders.SendAgain(letter, User.Actor(), ct), "The letter goes out again.", ct);

    public Task<IActionResult> OnPostArrivedAsync(Guid id, Guid letter, CancellationToken ct) => Do(id, () => orders.Settle(letter, arrived: true, User.Actor(), ct), "Noted: that letter arrived.", ct);

    public Task<IActionResult> OnPostLostAsync(Guid id, Guid letter, CancellationToken ct) => Do(id, () => orders.Settle(letter, arrived: false, User.Actor(), ct), "Noted: that letter did not arrive.", ct);

    private async Task<IActionResult> Do(Guid id, Func<Task> order, string said, CancellationToken ct)
    {
        if (!await Load(id, null, null, ct)) return NotFound();
        if (!await this.Try(order)) return Page();
        this.Say(said);
        return Redirect($"/desk/deliveries/{id}");
    }

    private async Task<bool> Load(Guid id, string? state, string? after, CancellationToken ct)
    {
        DeliveryState? only = Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var parsed) ? parsed : null;
        if (await LedgerQuestions.View(db, trouble, id, only, string.IsNullOrEmpty(after) ? null : after, ct) is not { } view) return false;
        View = view;
        return true;
    }
}
