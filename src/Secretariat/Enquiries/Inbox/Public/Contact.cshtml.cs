using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Pack;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Public;

/// <summary>Anybody asks something: without a script, without an account.</summary>
public sealed class ContactModel(Db db, TakeEnquiry take, FormStamp stamps, ContactLimits limits, Sites sites, TimeProvider clock) : PageModel
{
    private static readonly Actor Form = new(null, "the contact form");

    [BindProperty] public ContactInput Input { get; set; } = new();

    public sealed class ContactInput
    {
        [StringLength(Enquiry.MaxName)] public string? Name { get; set; }
        [StringLength(254)] public string? Email { get; set; }
        [StringLength(Enquiry.MaxPhone)] public string? Phone { get; set; }
        [StringLength(Enquiry.MaxBody)] public string? Body { get; set; }
        [StringLength(Enquiry.MaxPostcode)] public string? Postcode { get; set; }
        [StringLength(40)] public string? Theme { get; set; }
        [StringLength(Enquiry.MaxSubject)] public string? Subject { get; set; }
        [StringLength(Enquiry.MaxWords)] public string? Words { get; set; }

        /// <summary>A person does not see this field, and leaves it empty.</summary>
        [StringLength(2000)] public string? Website { get; set; }

        [StringLength(200)] public string? Stamp { get; set; }
    }

    public Site Site => sites.Current;
    public EnquirySettings Settings { get; private set; } = new();
    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        Input.Stamp = stamps.Now();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        Enquiry? taken = null;
        if (!ModelState.IsValid || !IsByHand() || !await this.Try(async () => taken = await Take(ct))) return Shown();
        return Redirect($"/contact/sent?number={taken!.Reference}");
    }

    private async Task<Enquiry> Take(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Input.Email)) throw new RuleBroken("Give your e-mail address: the answer goes there. If you have none, ring us.", "Email");
        var draft = new EnquiryDraft(Input.Name, Input.Email, Input.Subject, Input.Words) { Phone = Input.Phone, Body = Input.Body, Postcode = Input.Postcode, Theme = Input.Theme };
        draft = draft with { FormKey = stamps.Key(Input.Stamp, draft) };
        var now = clock.GetUtcNow();
        // What is wrong is said before it counts as a try.
        _ = new Enquiry(draft, EnquiryChannel.Form, DateOnly.MinValue, now);
        if (limits.Take(HttpContext.Connection.RemoteIpAddress)) return await take.Run(draft, EnquiryChannel.Form, Form, now, ct, spam: !string.IsNullOrEmpty(Input.Website));
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        throw new RuleBroken($"More came in by this form than we can take just now. What you typed is still here: try again in ten minutes{(Site.ContactPhone.Length > 0 ? $", or ring {Site.ContactPhone}" : "")}.");
    }

    private bool IsByHand()
    {
        if (stamps.IsOurs(Input.Stamp, out var tooSoon) && !tooSoon) return true;
        ModelState.AddModelError("", "That was quicker than we expect of a person. Nothing was sent yet: press the button once more.");
        return false;
    }

    private PageResult Shown()
    {
        // The stamp that was shown first counts on; one that is not ours gives way.
        if (stamps.IsOurs(Input.Stamp, out _)) return Page();
        Input.Stamp = stamps.Now();
        ModelState.Remove("Input.Stamp");
        return Page();
    }

    private async Task Load(CancellationToken ct)
    {
        // It holds when it was shown: nobody else's copy will do.
        Response.Headers.CacheControl = "no-store";
        Settings = await TakeEnquiry.Settings(db, ct);
        Themes = [new("Something else", ""), .. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new SelectListItem(t.Name, t.Code))];
    }
}
