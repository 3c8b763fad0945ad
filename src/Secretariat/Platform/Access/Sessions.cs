using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

/// <summary>Begins and ends sign-ins. Every one is new (nothing of an earlier cookie is carried over) and audited.</summary>
public sealed class Sessions(Db db)
{
    public const string Claim = "session";

    public async Task Begin(HttpContext http, KnownPerson person, string verb, CancellationToken ct)
    {
        var session = new Session { Person = person.Id, BeganAt = TimeProvider.System.GetUtcNow() };
        db.Add(session);
        await db.Save(new Actor(person.Id, person.Name), verb, ct);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Principals.Signed(person.Id, person.Name, CookieAuthenticationDefaults.AuthenticationScheme, session.Id));
    }

    /// <summary>Ends this sign-in, or with <paramref name="everywhere"/> all of the person's.</summary>
    public async Task End(HttpContext http, bool everywhere, CancellationToken ct)
    {
        if (http.User.PersonId() is { } person)
        {
            var id = SessionId(http.User);
            var open = await db.Set<Session>().Where(s => s.Person == person && s.EndedAt == null && (everywhere || s.Id == id)).ToListAsync(ct);
            foreach (var session in open) session.End(TimeProvider.System.GetUtcNow());
            await db.Save(http.User.Actor(), everywhere ? "Sign out everywhere" : "Sign out", ct);
        }
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Asked with each cookie that comes in: is that sign-in still open?</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<Db>();
        var oldest = TimeProvider.System.GetUtcNow() - Session.Longest;
        if (context.Principal is { } user && SessionId(user) is { } id && user.PersonId() is { } person
            && await db.Set<Session>().AnyAsync(s => s.Id == id && s.Person == person && s.EndedAt == null && s.BeganAt > oldest, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
    }

    private static Guid? SessionId(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Claim), out var id) ? id : null;
}
