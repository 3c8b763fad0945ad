using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Newsletters.Public;

/// <summary>The newsletters that were sent, the newest first.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Edition)])]
public sealed class NewsletterArchiveModel(Db db, Sites sites) : PageModel
{
    public IReadOnlyList<Edition> Sent { get; private set; } = [];
    public Site Site => sites.Current;

    public async Task OnGetAsync(CancellationToken ct) => Sent = await Open(db).OrderByDescending(e => e.Number).Take(200).ToListAsync(ct);

    /// <summary>What has left, or is leaving, and was approved to the letter.</summary>
    public static IQueryable<Edition> Open(Db db) =>
        db.Set<Edition>().AsNoTracking().Where(e => e.Kind == EditionKind.Newsletter && e.State == EditionState.Sent && e.ApprovedContent != null);
}
