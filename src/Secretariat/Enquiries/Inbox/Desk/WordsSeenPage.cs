using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>A page on which somebody acts on what an enquirer wrote, and which knows how much of it they have seen.</summary>
public abstract class WordsSeenPage : PageModel
{
    private int _all;

    [BindProperty] public int? Seen { get; set; }

    /// <summary>What came in since the page was opened.</summary>
    public IReadOnlyList<EnquiryLine> Fresh { get; private set; } = [];

    protected async Task Look(Db db, Guid enquiry, CancellationToken ct)
    {
        var lines = await NewWords.Of(db, enquiry).ToListAsync(ct);
        _all = lines.Count;
        Fresh = [.. lines.Skip(Seen ?? _all)];
        if (!HttpMethods.IsPost(Request.Method)) Seen = _all;
    }

    /// <summary>The page once more: what it shows now counts as seen.</summary>
    protected PageResult Again()
    {
        Seen = _all;
        return Page();
    }
}
