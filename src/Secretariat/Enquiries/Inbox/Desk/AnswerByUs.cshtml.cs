using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Letters;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>The secretariat writes to an enquirer.</summary>
public sealed class AnswerByUsModel(Db db, AnswerEnquiry verb, EnquirerPost post, TimeProvider clock) : WordsSeenPage
{
    [BindProperty] public AnswerInput Input { get; set; } = new();

    public sealed class AnswerInput
    {
        [StringLength(SettleHandover.MaxAnswer)] public string? Words { get; set; }
        public bool AsksBack { get; set; }
    }

    public Enquiry Of { get; private set; } = null!;
    public IReadOnlyList<EnquiryLine> Asked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var now = clock.GetUtcNow();
        if (!ModelState.IsValid) return Page();
        if (!await this.Try(() => verb.Run(id, Input.Words, Input.AsksBack, User.Actor(), now, ct, Seen))) return Again();
        this.Say($"{(Input.AsksBack ? "Your question goes to them. The enquiry waits for their reply." : "Your answer goes to them, and the enquiry is closed.")}{await post.Waits(now, ct)}");
        return Redirect($"/desk/enquiries/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Enquiry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } of) return false;
        Of = of;
        await Look(db, id, ct);
        Asked = await db.Set<EnquiryLine>().AsNoTracking().Where(l => l.Enquiry == id && l.Kind == LineKind.Asked).OrderBy(l => l.At).ToListAsync(ct);
        return true;
    }
}
