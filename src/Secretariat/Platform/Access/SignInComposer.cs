using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Access;

/// <summary>Writes the sign-in letter. Link and code are made at the moment it is sent, and only their hashes are kept.</summary>
public sealed class SignInComposer(IServiceScopeFactory scopes, IDataProtectionProvider keys, Sites sites, Settings settings) : ILetterComposer
{
    public const string ClassName = "sign-in";
    public const string RequestHole = "request";

    public string Class => ClassName;

    public Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var site = sites.Current;
        return Task.FromResult(new LetterTemplate($"{{{{code}}}} is your code for {site.Name}", SignInLetter.Html(site), SignInLetter.Text(site), ["link", "code"])
        {
            // No one's holiday notice should answer it.
            Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" },
        });
    }

    public async ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        var (id, token, code, now) = (Guid.Parse(holes[RequestHole]), SignInRequest.NewSecret(), SignInRequest.NewCode(), TimeProvider.System.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Write(async () =>
        {
            var request = await db.Set<SignInRequest>().SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null || request.AskedAt < now - SignInRequest.Life)
                throw new RuleBroken("it was asked for more than an hour ago, so whoever waited for it has gone.");
            request.Link = SignInRequest.Hash(token);
            request.Code = Convert.ToBase64String(SignInRequests.Sealer(keys).Protect(request.HashOfCode(code)));
            request.ExpiresAt = now + SignInRequest.Life;
            await db.SaveUnaudited(ct);
        }, ct);
        holes["link"] = new Uri(settings.Url, $"/sign-in/{token}").AbsoluteUri;
        holes["code"] = code;
    }
}
