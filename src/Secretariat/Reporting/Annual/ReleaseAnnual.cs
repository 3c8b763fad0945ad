using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Items;

namespace Secretariat.Reporting.Annual;

/// <summary>Approves the annual report for now or for a time, lets it go when that has come and nothing stands against it, and takes it off again.</summary>
public sealed class ReleaseAnnual(Db db, GatherAnnual gather, PutToMembers words)
{
    private const string Channel = "the annual report";

    /// <param name="read">The hash of what the approver read.</param>
    /// <param name="at">When it goes; null for now.</param>
    public async Task<AnnualReport> Approve(Guid id, string? read, ItemKind? kind, DateTimeOffset? at, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var before = await gather.Of(await db.Set<AnnualReport>().AsNoTracking().SingleAsync(r => r.Id == id, ct), ct);
        if (await Found(before, ct) is { } round) await Refuse(id, "", round.Refusal, by, ct);
        if (kind == ItemKind.Statement) await Refuse(id, "Kind", AnnualReport.NoStatement, by, ct);
        return await db.Write(async () =>
        {
            var report = await Locked(id, ct);
            var content = await gather.Of(report, ct);
            if (await Found(content, ct) is { } found) throw new RuleBroken(found.Refusal);
            report.Approve(read, content, kind, at ?? now, by, now);
            if (at is null && await db.HoldOn(Reach(content), now, ct) is null) report.Release(now);
            await db.Save(by, report.State == AnnualState.Released ? "Release annual report" : "Approve annual report", ct);
            return report;
        }, ct);
    }

    /// <summary>Its hour has come. What may not leave comes back to the desk and says why.</summary>
    public Task Due(Guid id, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var report = await Locked(id, ct);
        if (report.State != AnnualState.Scheduled || report.GoesAt > now || await db.HoldOn(Reach(report.Approved!), now, ct) is not null) return;
        var round = await Found(report.Approved!, ct);
        if (round is null) report.Release(now);
        else report.TakeApprovalBack(round.Refusal.TrimEnd('.'));
        await db.Save(Actor.Schedule, round is null ? "Release annual report" : "Void approval", ct);
    }, ct);

    public Task TakeApprovalBack(Guid id, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        (await Locked(id, ct)).TakeApprovalBack(null);
        await db.Save(by, "Take approval back", ct);
    }, ct);

    public async Task TakeOff(Guid id, string? why, Actor by, CancellationToken ct)
    {
        if (PutToMembers.InPlain(why ?? "", await words.All(ct)) is { } round) await Refuse(id, "Why", round.Refusal, by, ct);
        await db.Write(async () =>
        {
            (await Locked(id, ct)).TakeOff(why);
            await db.Save(by, "Take annual report off", ct);
        }, ct);
    }

    /// <summary>What a hold may be about: it is public, and about every member in it.</summary>
    public static IReadOnlyCollection<string> Reach(AnnualContent content) => [Hold.Public, .. content.Members.Select(m => $"member:{m.Code}")];

    /// <summary>The round whose words are in it, field by field and as each page reads.</summary>
    public async Task<PutToMembers.Known?> Found(AnnualContent content, CancellationToken ct)
    {
        var known = await words.All(ct);
        if (known.Count == 0) return null;
        string?[] lines = [content.Title, content.Source, .. content.Members.SelectMany(m => m.Figures).Select(f => f.Note)];
        string[] texts = [content.Introduction, .. content.Members.Select(m => m.Story), .. content.Members.Select(m => string.Join('\n', m.Figures.Select(f => f.Note).Prepend(m.Story)))];
        return lines.Select(l => PutToMembers.InLine(l ?? "", known)).Concat(texts.Select(t => PutToMembers.InPlain(t, known))).FirstOrDefault(f => f is not null);
    }

    private async Task<AnnualReport> Locked(Guid id, CancellationToken ct)
    {
        await db.Set<AnnualReport>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Year, r => r.Year), ct);
        var report = await db.Set<AnnualReport>().SingleAsync(r => r.Id == id, ct);
        await db.Entry(report).ReloadAsync(ct);
        return report;
    }

    // Outside the transaction, so that the try is kept.
    private async Task Refuse(Guid id, string field, string refusal, Actor by, CancellationToken ct)
    {
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(AnnualReport), id, ("Channel", Channel), ("Carrier", $"{id}"), ("Why", refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(refusal, field);
    }
}
