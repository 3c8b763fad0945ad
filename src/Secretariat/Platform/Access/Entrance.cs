using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Access;

/// <summary>The last step of either way in: a new sign-in for the person whose letter it was.</summary>
public sealed class Entrance(IWhoIs people, RolesNow roles, Sessions sessions)
{
    /// <returns>The address to go on to; null when the person is no longer known.</returns>
    public async Task<string?> Let(HttpContext http, SignInRequest request, string verb, CancellationToken ct)
    {
        if (await people.ById(request.Person!.Value, ct) is not { } person) return null;
        await sessions.Begin(http, person, verb, ct);
        AskingBrowser.Forget(http);
        return request.ReturnTo.Length > 0 ? request.ReturnTo : Landing.For(await roles.Of(person.Id, ct));
    }
}
