using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members;

public sealed class MembersSitemap(Db db) : ISitemapPart
{
    public async Task<IReadOnlyList<string>> Paths(CancellationToken ct) =>
        ["/members", "/find", .. await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.Code).Select(o => "/members/" + o.Code).ToListAsync(ct)];
}
