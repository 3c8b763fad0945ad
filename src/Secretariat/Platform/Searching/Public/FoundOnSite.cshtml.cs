using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Platform.Searching.Public;

/// <summary>What visitors look for on the website. What they typed is in their address bar and nowhere else.</summary>
public sealed class FoundOnSiteModel(SearchForVisitors search) : PageModel
{
    private const int Each = 6, All = 100;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    /// <summary>All of one kind.</summary>
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }

    public Found Found { get; private set; } = new([]);

    /// <summary>The words that are marked: as typed, or as they were meant.</summary>
    public IReadOnlyList<string> Terms => SearchTerms.Read(Found.Instead ?? Q).Terms;

    public async Task OnGetAsync(CancellationToken ct)
    {
        // A mistyped byte is no word of anybody's, and no database keeps it.
        Q = Q is null ? null : string.Concat(Q.Where(c => !char.IsControl(c)))[..Math.Min(Q.Count(c => !char.IsControl(c)), SearchTerms.MaxQuery)];
        var one = string.IsNullOrEmpty(Kind) ? null : Kind;
        Found = await search.Run(Q, one, one is null ? Each : All, ct);
    }
}
