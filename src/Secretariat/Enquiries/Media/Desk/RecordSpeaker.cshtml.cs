using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media.Desk;

/// <summary>Staff record what somebody told them.</summary>
public sealed class RecordSpeakerModel(Db db) : SpeaksOnPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken ct) => await Load(person, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken ct)
    {
        if (!await Load(person, ct)) return NotFound();
        await Keep(User.Actor().Name, User.Actor(), ct);
        this.Say($"Kept for {Name}.");
        return Redirect("/desk/media/speakers");
    }
}
