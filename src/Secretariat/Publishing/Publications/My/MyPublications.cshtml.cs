using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;

namespace Secretariat.Publishing.Publications.My;

/// <summary>What members can take: theirs, and what everybody may read.</summary>
public sealed class MyPublicationsModel(PublishedFiles published, OfMembers members) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public bool OfMember { get; private set; }
    public IReadOnlyList<Publication> Rows { get; private set; } = [];
    public Guid? More { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        OfMember = await members.Is(User.PersonId()!.Value, ct);
        var query = published.Shown(OfMember);
        if (After is { } last && await query.Where(p => p.Id == last).Select(p => (DateOnly?)p.Date).SingleOrDefaultAsync(ct) is { } date) query = query.Where(p => p.Date < date || p.Date == date && p.Id < last);
        var rows = await query.OrderByDescending(p => p.Date).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }
}
