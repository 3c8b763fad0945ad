using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing.Desk;

/// <summary>One letter of the built-in mailbox, read as a mail program would.</summary>
public sealed class LetterModel(Db db, Settings settings) : PageModel
{
    private static readonly string[] Shown = ["From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "DKIM-Signature"];

    public Guid Id { get; private set; }
    public Guid? Batch { get; private set; }
    public string Subject { get; private set; } = "";
    public IReadOnlyList<(string Name, string Value)> Headers { get; private set; } = [];
    public string Text { get; private set; } = "";
    public bool HasHtml { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await Read(db.Mailbox(User, settings), id, ct) is not { } source) return NotFound();
        using var message = await MimeMessage.LoadAsync(new MemoryStream(source), ct);
        Id = id;
        Subject = message.Subject is { Length: > 0 } subject ? subject : "(no subject)";
        Headers = [.. Shown.SelectMany(name => message.Headers.Where(h => h.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => (name, h.Value)))];
        Text = message.TextBody ?? "";
        HasHtml = message.HtmlBody is not null;
        Batch = await (from kept in db.Set<MailboxLetter>() join delivery in db.Set<Delivery>() on kept.Delivery equals delivery.Id where kept.Id == id select (Guid?)delivery.Batch).SingleOrDefaultAsync(ct);
        return Page();
    }

    internal static async Task<byte[]?> Read(IQueryable<MailboxLetter> letters, Guid id, CancellationToken ct) => (await letters.SingleOrDefaultAsync(l => l.Id == id, ct))?.Read();
}

/// <summary>The letter's HTML at an address of its own: nothing runs there and nothing is fetched.</summary>
public sealed class LetterHtmlModel(Db db, Settings settings) : PageModel
{
    private const string Policy = "default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LetterModel.Read(db.Mailbox(User, settings), id, ct) is not { } source) return NotFound();
        using var message = await MimeMessage.LoadAsync(new MemoryStream(source), ct);
        Response.Headers.ContentSecurityPolicy = Policy;
        // A link would open inside the frame, where no page of ours lets itself be shown.
        var html = (message.HtmlBody ?? "").Replace("<a ", "<a target=\"_blank\" rel=\"noopener\" ", StringComparison.OrdinalIgnoreCase);
        return Content(html, "text/html; charset=utf-8", Encoding.UTF8);
    }
}

/// <summary>The letter's source, for a mail program.</summary>
public sealed class LetterSourceModel(Db db, Settings settings) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LetterModel.Read(db.Mailbox(User, settings), id, ct) is { } source ? File(source, "message/rfc822", $"letter-{id:N}.eml") : NotFound();
}
