using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Platform.Access;

/// <summary>Asking for a sign-in letter, and using up what it holds.</summary>
public sealed class SignInRequests(Db db, IWhoIs people, IDataProtectionProvider keys, ILogger<SignInRequests> log)
{
    private const int LettersAnHour = 5;
    private const int WrongCodesADay = 15;

    /// <returns>What the asking browser keeps; null when this address was asked for too often.</returns>
    public async Task<string?> Ask(string email, string returnTo, CancellationToken ct)
    {
        var (address, now) = (SignInRequest.Hash(EmailAddress.Parse(email).Key), Now);
        if (await db.Set<SignInRequest>().CountAsync(r => r.Address == address && r.AskedAt > now.AddHours(-1), ct) >= LettersAnHour) return null;
        var person = await people.ByEmail(email, ct);
        var browser = SignInRequest.NewSecret();
        await db.Write(async () =>
        {
            await db.Set<SignInRequest>().Where(r => r.AskedAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);
            db.Add(new SignInRequest { Browser = SignInRequest.Hash(browser), Address = address, Person = person?.Id, ReturnTo = returnTo, AskedAt = now });
            await db.SaveUnaudited(ct);
        }, ct);
        return browser;
    }

    /// <summary>A link made by hand, for the first administrator: shown once, never sent.</summary>
    public async Task<string> LinkFor(Guid person, Actor by, CancellationToken ct)
    {
        var token = SignInRequest.NewSecret();
        db.Add(new SignInRequest
        {
            Browser = SignInRequest.Hash(SignInRequest.NewSecret()),
            Address = SignInRequest.Hash(person.ToString()),
            Person = person,
            AskedAt = Now,
            PostedAt = Now,
            Link = SignInRequest.Hash(token),
            ExpiresAt = Now + SignInRequest.Life,
        });
        // In the history of the person: whoever holds the link is that person for an hour.
        db.Note(by, "Make a sign-in link by hand", "Person", person);
        await db.SaveUnaudited(ct);
        return token;
    }

    public async Task<bool> LinkIsGood(string token, CancellationToken ct) => await Open(SignInRequest.Hash(token)).AnyAsync(ct);

    /// <summary>Uses the link up; null when it was used, is too old or was never made.</summary>
    public async Task<SignInRequest?> UseLink(string token, CancellationToken ct) =>
        await Open(SignInRequest.Hash(token)).AsNoTracking().FirstOrDefaultAsync(ct) is { } request && await UseUp(request, ct) ? request : null;

    /// <summary>Uses the code up, in the browser that asked for it. Every guess counts, for the letter and for the address.</summary>
    public async Task<SignInRequest?> UseCode(string browser, string code, CancellationToken ct)
    {
        var (hash, now) = (SignInRequest.Hash(browser), Now);
        var request = await db.Set<SignInRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Browser == hash && r.AskedAt > now - SignInRequest.Life * 2, ct);
        if (request is null) return null;
        var wrong = await db.Set<SignInRequest>().Where(r => r.Address == request.Address && r.AskedAt > now.AddDays(-1)).SumAsync(r => r.Guesses, ct);
        var counted = wrong < WrongCodesADay && await db.Write(() => db.Set<SignInRequest>().Where(r => r.Id == request.Id && r.Guesses < SignInRequest.GuessesOfOneLetter)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Guesses, r => r.Guesses + 1), ct), ct) == 1;
        if (counted && request.ExpiresAt > now && request.Code is { } kept
            && CryptographicOperations.FixedTimeEquals(Sealer(keys).Unprotect(Convert.FromBase64String(kept)), request.HashOfCode(code.Trim().Replace(" ", "")))
            && await UseUp(request, ct)) return request;
        log.LogWarning("A sign-in code was refused");
        return null;
    }

    public static IDataProtector Sealer(IDataProtectionProvider keys) => keys.CreateProtector("sign-in code");

    private IQueryable<SignInRequest> Open(byte[] link)
    {
        var now = Now;
        return db.Set<SignInRequest>().Where(r => r.Link == link && r.UsedAt == null && r.ExpiresAt > now && r.Person != null);
    }

    // Of two who come at once with the same secret, the condition lets one through. The guess that was right does not count as wrong.
    private async Task<bool> UseUp(SignInRequest request, CancellationToken ct) => await db.Write(() => db.Set<SignInRequest>()
        .Where(r => r.Id == request.Id && r.UsedAt == null)
        .ExecuteUpdateAsync(s => s.SetProperty(r => r.UsedAt, Now).SetProperty(r => r.Guesses, 0), ct), ct) == 1;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
