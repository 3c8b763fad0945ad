using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements;

/// <summary>Makes the sealed file with which somebody carries a statement out by hand. That it was made is the release; the receipt follows.</summary>
public sealed class TakeOutStatement(Db db, ReleaseStatement door, MandateReach reach, FileStore files, Sites sites)
{
    /// <param name="to">Whose portal, or to whom the letter goes.</param>
    /// <param name="sender">For a letter: the address of whoever signs it, somebody we know.</param>
    public async Task<Release> Run(Guid id, ReleaseChannel channel, string? to, string? sender, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (channel is not (ReleaseChannel.Portal or ReleaseChannel.Letter)) throw new RuleBroken("Choose the portal or the letter.", "Channel");
        if (string.IsNullOrWhiteSpace(to)) throw new RuleBroken(channel == ReleaseChannel.Portal ? "Say whose portal it is." : "Say to whom the letter goes.", "To");
        if (to.Trim().Length > Release.MaxTitle) throw new RuleBroken($"Keep it under {Release.MaxTitle} letters.", "To");
        var mandate = await db.Set<Mandate>().AsNoTracking().SingleAsync(m => m.Id == id, ct);
        var statement = await door.Of(mandate, ct);
        await door.Run(statement, id, channel.Words(), id, by, ct);
        var signs = channel == ReleaseChannel.Letter ? await Signs(sender, ct) : null;
        return await db.Write(async () =>
        {
            // Locked, and asked again: a withdrawal or a paragraph that came meanwhile is seen, or waits for this.
            await db.Set<Mandate>().Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Asked, m => m.Asked), ct);
            var text = await door.Look(statement, id, ct);
            mandate = await db.Set<Mandate>().AsNoTracking().SingleAsync(m => m.Id == id, ct);
            await RefuseHeld(mandate, now, ct);
            var release = new Release(text, channel, to.Trim(), null, by, now);
            var round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == mandate.Round, ct);
            var log = await db.Log(round, round.Ends, ct);
            var file = new SealedFile(release.Id, text, mandate, round, CanonicalJson.Hash(log.Counted().Canonical()), sites.Current.Name, channel, to.Trim(), signs?.Name, now);
            var hash = await files.Keep(Encoding.UTF8.GetBytes(file.Json()), ct);
            release.Seal(hash, await files.Keep(Encoding.UTF8.GetBytes(file.Html(hash)), ct), signs?.Id, signs?.Name);
            db.Add(release);
            await db.Save(by, "Release statement by hand", ct);
            return release;
        }, ct);
    }

    // Letters meet a hold when they are claimed; nobody claims what goes by hand, so it is asked here.
    private async Task RefuseHeld(Mandate mandate, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.HoldOn(await reach.Of([mandate.Id], ct), now, ct) is { } hold)
            throw new RuleBroken($"A hold is on {(hold.Scope == Hold.Everything ? "everything" : $"“{hold.Scope}”")}, so this does not go out: {hold.Reason}");
    }

    private async Task<Person> Signs(string? address, CancellationToken ct)
    {
        var key = address?.Trim().ToLowerInvariant() ?? "";
        if (key.Length == 0) throw new RuleBroken("Say who signs the letter, by their e-mail address.", "Sender");
        return await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.EmailKey == key && p.MergedInto == null, ct)
            ?? throw new RuleBroken("Nobody here has this address. A letter is sent by a named person: add them first.", "Sender");
    }
}
