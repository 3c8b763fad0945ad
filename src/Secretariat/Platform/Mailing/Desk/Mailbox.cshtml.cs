using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Mailing.Desk;

/// <summary>The built-in mailbox, newest letter first.</summary>
public sealed class MailboxModel(Db db, MailSettings mail, Settings settings) : PageModel
{
    private const int PageSize = 50;

    public sealed record Line(Guid Id, string To, string Subject, DateTimeOffset At);

    public IReadOnlyList<Line> Letters { get; private set; } = [];
    public string? To { get; private set; }
    public Guid? After { get; private set; }
    public Guid? Next { get; private set; }
    public bool BuiltIn => mail.Smtp is null;

    public string Address(Guid? after) => $"/desk/mailbox?to={Uri.EscapeDataString(To ?? "")}{(after is { } last ? $"&after={last}" : "")}";

    /// <summary>What came in and could not be read.</summary>
    public IReadOnlyList<SetAsideMail> SetAside { get; private set; } = [];

    public async Task OnGetAsync(string? to, Guid? after, CancellationToken ct)
    {
        SetAside = await db.Set<SetAsideMail>().AsNoTracking().OrderByDescending(m => m.At).Take(20).ToListAsync(ct);
        To = string.IsNullOrWhiteSpace(to) ? null : to.Trim();
        var letters = db.Mailbox(User, settings);
        if (To?.ToLowerInvariant() is { } part) letters = letters.Where(l => l.To.Contains(part));
        if (after is not null && await letters.Where(l => l.Id == after).Select(l => new { l.At, l.Id }).SingleOrDefaultAsync(ct) is { } last)
        {
            After = last.Id;
            letters = letters.Where(l => l.At < last.At || (l.At == last.At && l.Id.CompareTo(last.Id) < 0));
        }
        var found = await letters.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(PageSize + 1).Select(l => new Line(l.Id, l.To, l.Subject, l.At)).ToListAsync(ct);
        Letters = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? found[PageSize - 1].Id : null;
    }
}
