using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Audiences.Desk;

public sealed class AudiencesListModel(Db db, AudienceSize size, AudienceChoices choices, Sites sites, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(Audience Audience, int People, string Words)> Audiences { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.GetUtcNow().DateIn(sites.Current.Zone);
        var all = await choices.All(today, ct);
        var found = new List<(Audience, int, string)>();
        foreach (var audience in await db.Set<Audience>().AsNoTracking().OrderBy(a => a.Name).ToListAsync(ct))
            found.Add((audience, (await size.On(audience, today, ct)).Sum(r => r.People), Words(audience, all)));
        Audiences = found;
    }

    private static string Words(Audience audience, IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> all)
    {
        string Of(LineKind kind, string between) => string.Join(between, audience.Lines.Where(l => l.Kind == kind).Select(l => AudienceChoices.Words(all, l)));
        var (any, also, never) = (Of(LineKind.AnyOf, " or "), Of(LineKind.Also, " and "), Of(LineKind.Never, " or "));
        return any + (also.Length > 0 ? $", and {also}" : "") + (never.Length > 0 ? $", but not {never}" : "");
    }
}
