using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Newsletters.Desk;

/// <summary>Who asked for the newsletter from outside, to which words they agreed and when; and a way to forget somebody who asks for it.</summary>
[Authorize(Rights.CanReadLetters)]
public sealed class SubscribersModel(Db db, SignUp signUp) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public IReadOnlyList<Subscriber> Rows { get; private set; } = [];
    public IReadOnlySet<string> Left { get; private set; } = new HashSet<string>();
    public int Confirmed { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = Q?.Trim().ToLowerInvariant() ?? "";
        Confirmed = await db.Set<Subscriber>().CountAsync(s => s.ConfirmedAt != null, ct);
        Rows = await db.Set<Subscriber>().AsNoTracking().Where(s => s.EmailKey.StartsWith(key)).OrderByDescending(s => s.AskedAt).ThenBy(s => s.Id).Take(PageSize).ToListAsync(ct);
        var keys = Rows.Select(r => r.EmailKey).ToList();
        Left = await db.Set<Unsubscription>().Where(u => u.List == SignUp.List && u.CameBackAt == null && keys.Contains(u.AddressKey)).Select(u => u.AddressKey).ToHashSetAsync(ct);
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken ct)
    {
        await signUp.Forget([id], User.Actor(), "Forget a subscriber", ct);
        this.Say("The address is forgotten.");
        return Redirect("/desk/subscribers");
    }
}
