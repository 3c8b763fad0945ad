using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Files;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>Approves a publication for now or for a time, lets it go when its time has come, and takes it off again.</summary>
public sealed class PutOutPublication(Db db, PutToMembers words, FileStore files)
{
    private const string Channel = "a publication";

    /// <param name="read">The hash of what the approver read.</param>
    /// <param name="at">When it goes; null for now.</param>
    public async Task<Publication> Run(Guid id, string read, ItemKind? kind, DateTimeOffset? at, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (await Found(await db.Set<Publication>().AsNoTracking().SingleAsync(p => p.Id == id, ct), ct) is { } round) await Refuse(id, "", round, by, ct);
        return await db.Write(async () =>
        {
            var publication = await Locked(id, ct);
            if (await Found(publication, ct) is { } found) throw new RuleBroken(found.Refusal);
            publication.Approve(read, kind, at ?? now, by, now);
            if (at is null && await db.HoldOn(await Reach(publication, ct), now, ct) is null) publication.Publish(now);
            await db.Save(by, publication.State == WebState.Published ? "Publish" : "Schedule publication", ct);
            return publication;
        }, ct);
    }

    /// <summary>Its hour has come. What may not leave comes back to the desk and says why.</summary>
    public async Task Due(Guid id, DateTimeOffset now, CancellationToken ct) => await db.Write(async () =>
    {
        var publication = await Locked(id, ct);
        if (publication.State != WebState.Scheduled || publication.GoesAt > now || await db.HoldOn(await Reach(publication, ct), now, ct) is not null) return;
        var round = await Found(publication, ct);
        if (round is null) publication.Publish(now);
        else publication.VoidApproval(round.Refusal.TrimEnd('.'));
        await db.Save(Actor.Schedule, round is null ? "Publish" : "Void approval", ct);
    }, ct);

    public async Task TakeOff(Guid id, string? why, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        // Whoever could read it reads the reason, so it is looked at as every text that leaves.
        if (PutToMembers.InPlain(why ?? "", await words.All(ct)) is { } round) await Refuse(id, "Why", round, by, ct);
        var publication = await db.Set<Publication>().SingleAsync(p => p.Id == id, ct);
        if (publication.State == WebState.Scheduled) publication.Unschedule();
        else publication.TakeOff(why, now);
        await db.Save(by, "Take publication off", ct);
    }

    /// <summary>What a hold may be about.</summary>
    public async Task<IReadOnlyCollection<string>> Reach(Publication publication, CancellationToken ct)
    {
        var about = publication.About;
        var codes = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).Select(o => o.Code).ToListAsync(ct);
        return [.. publication.Circulation == Circulation.Public ? [Hold.Public] : Array.Empty<string>(), .. publication.Theme is { } theme ? [$"theme:{theme}"] : Array.Empty<string>(), .. codes.Select(c => $"member:{c}")];
    }

    /// <summary>The round whose words are in it; of its file, as far as its words can be read. Members may read among themselves what they were asked.</summary>
    public async Task<PutToMembers.Known?> Found(Publication publication, CancellationToken ct)
    {
        if (publication.Circulation != Circulation.Public) return null;
        var known = await words.All(ct);
        return new[] { publication.Title, publication.FiguresSource, publication.FileName }.Select(l => PutToMembers.InLine(l ?? "", known)).FirstOrDefault(f => f is not null)
            ?? PutToMembers.InPlain(publication.Summary, known) ?? (known.Count > 0 && await InFile(publication, ct) is { } inside ? PutToMembers.InPlain(inside, known) : null);
    }

    private async Task<string?> InFile(Publication publication, CancellationToken ct)
    {
        await using var kept = files.Open(publication.FileHash);
        if (kept is null) return null;
        using var content = new MemoryStream();
        await kept.CopyToAsync(content, ct);
        return WordsInFile.Of(content.ToArray(), publication.FileType);
    }

    // Locked: of two who publish it at once the second sees what the first has done.
    private async Task<Publication> Locked(Guid id, CancellationToken ct)
    {
        await db.Set<Publication>().Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Slug, p => p.Slug), ct);
        var publication = await db.Set<Publication>().SingleAsync(p => p.Id == id, ct);
        await db.Entry(publication).ReloadAsync(ct);
        return publication;
    }

    private async Task Refuse(Guid id, string field, PutToMembers.Known round, Actor by, CancellationToken ct)
    {
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(Publication), id, ("Channel", Channel), ("Carrier", $"{id}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(round.Refusal, field);
    }
}
