using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Members.Consent;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Bulletins.Letter;

namespace Secretariat.Publishing.Unsubscribing.Link;

/// <summary>
/// The way out of the bulletin or the newsletter. GET only shows, since mail filters open every link; POST acts, whether it comes from the
/// button here or from a mail program (RFC 8058): no sign-in, no cookie, no redirect.
/// </summary>
[FromAnywhere]
public sealed class LeaveModel(LeaveTokens tokens, LeaveList lists) : PageModel
{
    public enum Shown { Ask, Left, Back, Sample, Unknown }

    public Shown Now { get; private set; }
    public string Address { get; private set; } = "";

    /// <summary>"bulletin" or "newsletter".</summary>
    public string List { get; private set; } = Readers.List;


    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (Show(token) is { } reader && await lists.HasLeft(reader.Person, reader.Address, reader.List, ct)) Now = Shown.Left;
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] string? again, CancellationToken ct)
    {
        // A form that cannot be read leaves even the token unread.
        if (!ModelState.IsValid) return BadRequest();
        if (Show(token) is { } reader)
        {
            if (again is null) await lists.Leave(reader.Person, reader.Address, reader.List, "by the link in the letter", Actor.Recipient, ct);
            else await lists.ComeBack(reader.Person, reader.Address, reader.List, Actor.Recipient, ct);
            Now = again is null ? Shown.Left : Shown.Back;
        }
        return Answer();
    }

    private (string List, Guid? Person, string Address)? Show(string token)
    {
        Response.Headers.CacheControl = "no-store";
        var reader = token == Sample.Token ? null : tokens.Read(token);
        Now = token == Sample.Token ? Shown.Sample : reader is null ? Shown.Unknown : Shown.Ask;
        (Address, List) = (reader?.Address ?? "", reader?.List ?? Readers.List);
        return reader;
    }

    private PageResult Answer()
    {
        if (Now == Shown.Unknown) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
