using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Publishing.Bulletins.My;

/// <summary>The bulletins that were sent, for whoever is of a member today, the newest first: those of before they came too.</summary>
public sealed class MyBulletinsModel(Db db, OfMembers members) : PageModel
{
    private const int Most = 200;

    public bool OfMember { get; private set; }
    public IReadOnlyList<Edition> Sent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        OfMember = await members.Is(User.PersonId()!.Value, ct);
        if (OfMember) Sent = await Left(db).OrderByDescending(e => e.SentAt).ThenByDescending(e => e.Number).Take(Most).ToListAsync(ct);
    }

    /// <summary>Those that have left, as they were approved.</summary>
    internal static IQueryable<Edition> Left(Db db) =>
        db.Set<Edition>().AsNoTracking().Where(e => e.Kind == EditionKind.Bulletin && e.State == EditionState.Sent && e.SentAt != null && e.ApprovedContent != null);
}
