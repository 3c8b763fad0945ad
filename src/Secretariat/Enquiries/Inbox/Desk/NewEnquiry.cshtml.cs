using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox.Public;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>A call, a letter or a word in person, typed in by staff.</summary>
public sealed class NewEnquiryModel(Db db, TakeEnquiry take, FormStamp stamps, TimeProvider clock) : PageModel
{
    public static IEnumerable<SelectListItem> Channels => new[] { EnquiryChannel.Call, EnquiryChannel.Letter, EnquiryChannel.Mail, EnquiryChannel.InPerson }.Select(c => new SelectListItem(c.Words(), c.ToString()));

    [BindProperty] public NewInput Input { get; set; } = new();

    public sealed class NewInput
    {
        public EnquiryChannel Channel { get; set; } = EnquiryChannel.Call;
        [StringLength(Enquiry.MaxName)] public string? Name { get; set; }
        [StringLength(254)] public string? Email { get; set; }
        [StringLength(Enquiry.MaxPhone)] public string? Phone { get; set; }
        [StringLength(Enquiry.MaxBody)] public string? Body { get; set; }
        [StringLength(Enquiry.MaxPostcode)] public string? Postcode { get; set; }
        [StringLength(40)] public string? Theme { get; set; }
        [StringLength(Enquiry.MaxSubject)] public string? Subject { get; set; }
        [StringLength(Enquiry.MaxWords)] public string? Words { get; set; }
        public bool Tell { get; set; } = true;
        [StringLength(200)] public string? Stamp { get; set; }
    }

    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct)
    {
        Input.Stamp = stamps.Now();
        return Load(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        Enquiry? taken = null;
        var draft = new EnquiryDraft(Input.Name, Input.Email, Input.Subject, Input.Words) { Phone = Input.Phone, Body = Input.Body, Postcode = Input.Postcode, Theme = Input.Theme };
        draft = draft with { FormKey = stamps.Key(Input.Stamp, draft) };
        if (!ModelState.IsValid || !await this.Try(async () => taken = await take.Run(draft, Input.Channel, User.Actor(), clock.GetUtcNow(), ct, Input.Tell))) return Page();
        this.Say(taken!.CanBeWrittenTo && Input.Tell ? $"Taken down as {taken.Reference}. They get a letter that says so." : $"Taken down as {taken.Reference}.");
        return Redirect($"/desk/enquiries/{taken.Id}");
    }

    private async Task Load(CancellationToken ct) =>
        Themes = [new("None of them", ""), .. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new SelectListItem(t.Name, t.Code))];
}
