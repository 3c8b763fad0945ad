using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media.My;

/// <summary>Somebody says on what they speak to the media.</summary>
public sealed class MyMediaModel(Db db) : SpeaksOnPage(db)
{
    public bool Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? kept, CancellationToken ct)
    {
        Kept = kept is not null;
        return await Load(User.PersonId()!.Value, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(User.PersonId()!.Value, ct)) return NotFound();
        await Keep(null, User.Actor(), ct);
        return Redirect("/my/media?kept=1");
    }
}
