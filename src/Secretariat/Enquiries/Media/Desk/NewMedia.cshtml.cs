using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media.Desk;

/// <summary>Takes down what a journalist asks, while they are on the telephone.</summary>
public sealed class NewMediaModel(Db db, SettleMedia verb, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public MediaInput Input { get; set; } = new();

    public sealed class MediaInput
    {
        [StringLength(MediaRequest.MaxShort)] public string? Outlet { get; set; }
        [StringLength(MediaRequest.MaxShort)] public string? Journalist { get; set; }
        [StringLength(Enquiry.MaxPhone)] public string? Phone { get; set; }
        [StringLength(254)] public string? Email { get; set; }
        [StringLength(MediaRequest.MaxTopic)] public string? Topic { get; set; }
        [StringLength(40)] public string? Theme { get; set; }
        [StringLength(Enquiry.MaxPostcode)] public string? Place { get; set; }
        public DateOnly? Deadline { get; set; }
        public TimeOnly? At { get; set; }
    }

    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];
    public IReadOnlyList<string> Holds { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        MediaRequest? taken = null;
        var draft = new MediaDraft(Input.Outlet, Input.Topic)
        {
            Journalist = Input.Journalist,
            Phone = Input.Phone,
            Email = Input.Email,
            Theme = Input.Theme,
            Place = Input.Place,
            Deadline = Input.Deadline?.At(Input.At ?? new TimeOnly(17, 0), sites.Current.Zone),
        };
        if (!ModelState.IsValid || !await this.Try(async () => taken = await verb.Take(draft, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/desk/media/{taken!.Id}");
    }

    private async Task Load(CancellationToken ct)
    {
        Holds = await MediaHold.Words(db, clock.GetUtcNow(), sites.Current.Zone, ct);
        Themes = [new("None of them", ""), .. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new SelectListItem(t.Name, t.Code))];
    }
}
