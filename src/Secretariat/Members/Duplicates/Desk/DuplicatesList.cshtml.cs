using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Duplicates.Desk;

public sealed class DuplicatesListModel(Db db) : PageModel
{
    public const int Most = 100;

    public IReadOnlyList<Pair> Pairs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Pairs = await Lookalikes.Find(db, Most, ct);
}
