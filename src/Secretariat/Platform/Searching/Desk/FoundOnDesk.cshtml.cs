using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Searching.Desk;

public sealed class FoundOnDeskModel(Search search) : PageModel
{
    private const int Each = 8;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    /// <summary>All of one kind.</summary>
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }

    public Found Found { get; private set; } = new([]);

    /// <summary>The words that are marked: as typed, or as they were meant.</summary>
    public IReadOnlyList<string> Terms => SearchTerms.Read(Found.Instead ?? Q).Terms;

    public async Task OnGetAsync(CancellationToken ct) =>
        Found = await search.Run(Q, right => right != IFoundByVisitors.Visitors && User.May(right), string.IsNullOrEmpty(Kind) ? null : Kind, string.IsNullOrEmpty(Kind) ? Each : Search.Most, ct);
}
