using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Enquiries.Media.My;

/// <summary>Somebody says on what they speak to the media.</summary>
public sealed class MyMediaModel(Db db, OfMembers members) : SpeaksOnPage(db)
{
    public bool Kept { get; private set; }

    /// <summary>A view given to the media is a member’s: others are not asked.</summary>
    public bool OfMember { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? kept, CancellationToken ct)
    {
        (Kept, OfMember) = (kept is not null, await members.Is(User.PersonId()!.Value, ct));
        return await Load(User.PersonId()!.Value, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await members.Is(User.PersonId()!.Value, ct) || !await Load(User.PersonId()!.Value, ct)) return NotFound();
        await Keep(null, User.Actor(), ct);
        return Redirect("/my/media?kept=1");
    }
}
