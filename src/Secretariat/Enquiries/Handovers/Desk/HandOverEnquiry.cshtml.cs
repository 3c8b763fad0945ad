using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Inbox.Desk;
using Secretariat.Enquiries.Letters;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers.Desk;

/// <summary>Passes an enquiry to a member; shows before what goes and to whom.</summary>
public sealed class HandOverEnquiryModel(Db db, PassToMember verb, WhoseIsIt whose, EnquirerPost post, Sites sites, TimeProvider clock) : WordsSeenPage
{
    [BindProperty] public HandoverInput Input { get; set; } = new();

    public sealed class HandoverInput
    {
        public string? Member { get; set; }
        [StringLength(Handover.MaxNote)] public string? Note { get; set; }
    }

    public Enquiry Of { get; private set; } = null!;

    /// <summary>What the member would read now.</summary>
    public IReadOnlyList<EnquiryLine> Words { get; private set; } = [];

    public Suggestion Whose { get; private set; } = new("", []);
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public int Days { get; private set; }

    /// <summary>To whom it goes at the member that is chosen, when one is.</summary>
    public SuggestedMember? To { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? to, CancellationToken ct)
    {
        Input.Member = to;
        return await Load(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Handover? made = null;
        var now = clock.GetUtcNow();
        if (!ModelState.IsValid) return Page();
        if (!await this.Try(async () => made = await verb.Run(id, Input.Member, Input.Note, User.Actor(), now, ct, Seen))) return Again();
        this.Say($"Handed over to {made!.Name}. {(Of.CanBeWrittenTo ? "The enquirer is told." : "Ring the enquirer and tell them.")}{await post.Waits(now, ct)}");
        return Redirect($"/desk/enquiries/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Enquiry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } of) return false;
        (Of, Days) = (of, (await TakeEnquiry.Settings(db, ct)).HandoverDays);
        await Look(db, id, ct);
        var today = sites.Today(clock);
        Whose = await whose.Of(of, today, ct);
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).ToListAsync(ct);
        if (Input.Member is null && Whose.Members.Count == 1) Input.Member = Whose.Members[0].Code;
        if (members.Find(m => m.Code == Input.Member) is { } chosen) To = (await whose.With([chosen], of.Theme, today, ct))[0];
        Words = await SettlePage.Goes(db, id, members.Find(m => m.Code == Input.Member)?.Id).ToListAsync(ct);
        var first = Whose.Members.Select(m => m.Code).ToHashSet();
        Choices = [new("Choose a member", ""), .. members.OrderBy(m => !first.Contains(m.Code)).Select(m => new SelectListItem(first.Contains(m.Code) ? $"{m.Name} (covers the place)" : m.Name, m.Code))];
        return true;
    }
}
