using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Knowledge.Cases;

/// <summary>Lets members read a case, and everybody when that is meant and nothing stands against it; sends it back, or takes it back.</summary>
public sealed class ShareCase(Db db, PutToMembers words, Sites sites)
{
    private const string Channel = "a case of practice on the website";

    /// <param name="read">The hash of what was looked over.</param>
    public async Task<PracticeCase> Run(Guid id, string read, ItemKind? kind, string? permittedBy, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var latest = await Latest(id, ct);
        if (await Found(latest, ct) is { } round) await Refuse(id, "", round, by, ct);
        if (latest.Circulation == Circulation.Public && PutToMembers.InLine(permittedBy ?? "", await words.All(ct)) is { } said) await Refuse(id, "PermittedBy", said, by, ct);
        return await db.Write(async () =>
        {
            var (of, today) = (await db.LockedCase(id, ct), now.DateIn(sites.Current.Zone));
            var version = await db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => v.Id == of.Latest, ct);
            if (await Found(version, ct) is { } found) throw new RuleBroken(found.Refusal);
            var (wasOut, reach) = (of.PublicAt is not null, await db.ReachOf(version, ct));
            // A theme that is unticked was still what everybody reads until now.
            if (wasOut) reach = [.. reach, .. await db.ReachOf(await db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => v.Id == of.Shown, ct), ct)];
            var hold = wasOut || version.Circulation == Circulation.Public ? await db.HoldOn(reach, now, ct) : null;
            if (wasOut && hold is not null) throw new RuleBroken($"A hold is on it, so what everybody reads does not change now: {hold.Reason} Make it members only, or wait until the hold ends.");
            of.Share(version, read, kind, permittedBy, today, by, now);
            if (of.PublicFrom is not null) of.Name(await Slug(of, version.Title, ct));
            if (of.PublicFrom <= today && hold is null) of.GoPublic(now);
            await db.Save(by, "Share case", ct);
            return of;
        }, ct);
    }

    private async Task<string> Slug(PracticeCase of, string title, CancellationToken ct)
    {
        var slug = Slugs.From(title) is { Length: > 0 } words ? words : "case";
        var taken = await db.Set<PracticeCase>().Where(c => c.Id != of.Id && c.Slug.StartsWith(slug)).Select(c => c.Slug).ToListAsync(ct);
        return Slugs.Free(slug, taken.ToHashSet());
    }

    /// <summary>Its day has come. What may not leave stays with members, and says why.</summary>
    public Task Due(Guid id, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.LockedCase(id, ct);
        if (of.State != CaseState.Shared || of.PublicAt is not null || of.PublicFrom is not { } from || from > now.DateIn(sites.Current.Zone)) return;
        var version = await db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => v.Id == of.Shown, ct);
        if (await db.HoldOn(await db.ReachOf(version, ct), now, ct) is not null) return;
        var round = await Found(version, ct);
        if (round is null) of.GoPublic(now);
        else of.StayWithMembers($"It did not go on the website: {round.Refusal}");
        await db.Save(Actor.Schedule, round is null ? "Put case on website" : "Keep case with members", ct);
    }, ct);

    public Task SendBack(Guid id, string? why, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        (await db.LockedCase(id, ct)).SendBack(why);
        await db.Save(by, "Send case back", ct);
    }, ct);

    public async Task TakeBack(Guid id, string? why, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        // Where everybody could read it, everybody reads the reason.
        if (await db.Set<PracticeCase>().AnyAsync(c => c.Id == id && c.WasPublic, ct) && PutToMembers.InPlain(why ?? "", await words.All(ct)) is { } round) await Refuse(id, "Why", round, by, ct);
        await db.Write(async () =>
        {
            (await db.LockedCase(id, ct)).TakeBack(why, now);
            await db.Save(by, "Take case back", ct);
        }, ct);
    }

    /// <summary>The round whose words are in it. Members may read among themselves what they were asked.</summary>
    private async Task<PutToMembers.Known?> Found(CaseVersion version, CancellationToken ct)
    {
        if (version.Circulation != Circulation.Public) return null;
        var known = await words.All(ct);
        // Once field by field, once as it reads: a text may have been divided among the answers.
        return version.Texts.Select(t => PutToMembers.InLine(t, known) ?? PutToMembers.InPlain(t, known)).FirstOrDefault(f => f is not null) ?? PutToMembers.InPlain(string.Join('\n', version.Texts), known);
    }

    private async Task<CaseVersion> Latest(Guid id, CancellationToken ct) =>
        await db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => db.Set<PracticeCase>().Any(c => c.Id == id && c.Latest == v.Id), ct);

    // Outside the transaction, so that the try is kept.
    private async Task Refuse(Guid id, string field, PutToMembers.Known round, Actor by, CancellationToken ct)
    {
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(PracticeCase), id, ("Channel", Channel), ("Carrier", $"{id}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(round.Refusal, field);
    }
}

public static class CaseReach
{
    /// <summary>What a hold may be about.</summary>
    public static async Task<IReadOnlyCollection<string>> ReachOf(this Db db, CaseVersion version, CancellationToken ct)
    {
        var members = version.Members;
        var codes = await db.Set<Organisation>().Where(o => members.Contains(o.Id)).Select(o => o.Code).ToListAsync(ct);
        return [Hold.Public, .. version.Themes.Select(t => $"theme:{t}"), .. codes.Select(c => $"member:{c}")];
    }
}
