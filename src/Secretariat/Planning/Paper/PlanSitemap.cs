using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Paper;

public sealed class PlanSitemap(Db db) : ISitemapPart
{
    public async Task<IReadOnlyList<string>> Paths(CancellationToken ct) => await db.Set<Plan>().AnyAsync(ct) ? ["/plan"] : [];
}
