using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices.Desk;

/// <summary>A draft is read here as the letter it will be, with everybody who gets it; one press sends it.</summary>
[Authorize(Rights.CanSendEditions)]
public sealed class ShowNoticeModel(Db db, SendNotice send, SendTestNotice test, NoticeGate gate, Sites sites, TimeProvider clock) : PageModel
{
    public Notice Notice { get; private set; } = null!;
    public ChosenPeople? People { get; private set; }
    public bool OfTheNetwork { get; private set; }
    public string? Refusal { get; private set; }

    /// <summary>Of what is on the screen.</summary>
    public string? Hash { get; private set; }

    /// <summary>Sent: what became of its letters, in words.</summary>
    public IReadOnlyList<(string State, int Count)> Counts { get; private set; } = [];

    [BindProperty] public Form Input { get; set; } = new();

    public sealed class Form
    {
        /// <summary>What was on the screen.</summary>
        public string? Hash { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => send.Run(id, Input.Hash, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("It is on its way. What becomes of each letter stands here.");
        return Redirect($"/desk/notices/{id}");
    }

    public async Task<IActionResult> OnPostTestAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var (me, address) = (User.PersonId(), "");
        if (!await this.Try(async () =>
        {
            address = await db.Set<Person>().Where(p => p.Id == me).Select(p => p.Email).FirstOrDefaultAsync(ct) ?? throw new RuleBroken("You have no e-mail address here.");
            await test.Run(Notice, User.Identity?.Name ?? "", address, User.Actor(), ct);
        })) return Page();
        this.Say($"A test letter is on its way to {address}.");
        return Redirect($"/desk/notices/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Notice>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } notice) return false;
        Notice = notice;
        if (notice.IsSent)
        {
            Counts = [.. (await LedgerQuestions.Counts(db, notice.Batch!.Value, ct)).OrderByDescending(c => c.Value).Select(c => (c.Key.Word(), c.Value))];
            return true;
        }
        Refusal = await gate.Refusal(notice, ct);
        await this.Try(async () =>
        {
            var (audience, chosen) = await send.Readers(notice, clock.GetUtcNow().DateIn(sites.Current.Zone), ct);
            (People, OfTheNetwork, Hash) = (new(chosen), send.OfTheNetwork(audience), notice.HashFor(audience.Conditions));
        });
        return true;
    }
}
