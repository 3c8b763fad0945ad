using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Members.Consent;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices.Link;

/// <summary>The way out of notices, as the bulletin's: GET only shows, POST acts, also when a mail program sends it (RFC 8058).</summary>
[FromAnywhere]
public sealed class LeaveNoticesModel(NoticeTokens tokens, LeaveList lists) : PageModel
{
    public const string Path = "/u/notices/", Try = "try";

    public enum Shown { Ask, Left, Back, Sample, Unknown }

    public Shown Now { get; private set; }
    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (Show(token) is { } reader && await lists.HasLeft(reader.Person, reader.Address, SendNotice.List, ct)) Now = Shown.Left;
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] string? again, CancellationToken ct)
    {
        if (!ModelState.IsValid) return BadRequest();
        if (Show(token) is { } reader)
        {
            if (again is null) await lists.Leave(reader.Person, reader.Address, SendNotice.List, "by the link in the letter", Actor.Recipient, ct);
            else await lists.ComeBack(reader.Person, reader.Address, SendNotice.List, Actor.Recipient, ct);
            Now = again is null ? Shown.Left : Shown.Back;
        }
        return Answer();
    }

    private (Guid? Person, string Address)? Show(string token)
    {
        Response.Headers.CacheControl = "no-store";
        var reader = token == Try ? null : tokens.Read(token);
        Now = token == Try ? Shown.Sample : reader is null ? Shown.Unknown : Shown.Ask;
        Address = reader?.Address ?? "";
        return reader;
    }

    private PageResult Answer()
    {
        if (Now == Shown.Unknown) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
