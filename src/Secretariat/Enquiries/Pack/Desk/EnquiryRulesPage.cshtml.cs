using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Pack.Desk;

/// <summary>How many days an enquiry and a handover have, how long it is kept who asked, and how the first letter begins.</summary>
public sealed class EnquiryRulesPageModel(Db db, ChangeEnquirySettings verb) : PageModel
{
    [BindProperty] public RulesInput Input { get; set; } = new();

    public sealed class RulesInput
    {
        public int AnswerDays { get; set; }
        public int HandoverDays { get; set; }
        public int KeepMonths { get; set; }
        public string? Thanks { get; set; }
    }

    public bool Invented { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var settings = await TakeEnquiry.Settings(db, ct);
        Invented = settings.Invented;
        Input = new() { AnswerDays = settings.AnswerDays, HandoverDays = settings.HandoverDays, KeepMonths = settings.KeepMonths, Thanks = settings.Thanks };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !await this.Try(() => verb.Run(new(Input.AnswerDays, Input.HandoverDays, Input.KeepMonths, Input.Thanks), User.Actor(), ct))) return Page();
        this.Say("Saved. It holds for what comes in from now on.");
        return Redirect("/desk/enquiries/settings");
    }
}
