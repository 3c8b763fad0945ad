using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// When a bulletin's hour has come: names in the ledger who gets it and who does not, and lets the letters go. It acts on
/// state, so it may be killed anywhere and called again, and no one gets it twice.
/// </summary>
public sealed class FreezeEdition(Db db, CurrentContent current, EditionGate gate, Readers readers, FreezeBatch freeze, MandateReach mandates, Sites sites)
{
    public async Task Run(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await db.Set<Edition>().SingleAsync(e => e.Id == id, ct);
        await Begin(edition, now, ct);
        await Name(edition, now, ct);
    }

    /// <summary>Takes the decision that it leaves, in one transaction with the releases and its batch; nobody is named yet.</summary>
    public async Task Begin(Guid id, DateTimeOffset now, CancellationToken ct) => await Begin(await db.Set<Edition>().SingleAsync(e => e.Id == id, ct), now, ct);

    private async Task Name(Edition edition, DateTimeOffset now, CancellationToken ct)
    {
        if (edition.State != EditionState.Freezing) return;
        // Stopped after the batch was opened, its letters may have left: who reads it is settled and not asked again.
        if (!await freeze.IsOver(edition.Batch!.Value, ct))
        {
            var all = await readers.On(now.DateIn(sites.Current.Zone), ct, edition.Kind);
            if (!all.Any(r => r.Gets))
            {
                await ComeBack(edition, ct);
                return;
            }
            await freeze.Run(await Plan(edition, ct), all.Select(Recipient), Actor.Schedule, ct);
            // The freeze writes in chunks and forgets what it tracked.
            db.ChangeTracker.Clear();
        }
        await db.Write(async () =>
        {
            var locked = await db.Locked(edition.Id, ct);
            // Given back meanwhile, or stopped while its letters left: whoever did so has settled what becomes of it.
            if (locked.State != EditionState.Freezing) return;
            locked.BeginSending();
            await db.Save(Actor.Schedule, "Send bulletin", ct);
        }, ct);
    }

    private Task ComeBack(Edition edition, CancellationToken ct) => db.Write(async () =>
    {
        await freeze.Abandon(edition.Batch!.Value, Actor.Schedule, $"the {edition.Word} came back: on its day there was nobody to send it to", ct);
        await db.NothingLeft(edition.Id, "on its day there was nobody to send it to", ct);
        edition.ComeBack("It did not go: on its day there was nobody to send it to. Add people with positions in members, then schedule it again.");
        await db.Save(Actor.Schedule, "Stop bulletin", ct);
    }, ct);

    private Task Begin(Edition edition, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        if (edition.State != EditionState.Scheduled || edition.ScheduledFor > now) return;
        var content = await current.Of(edition, ct);
        var mandates = content.Items.Select(i => i.Mandate).OfType<Guid>().ToList();
        // Locked: a withdrawal, or a dissenter's paragraph, came before this or waits until the release is on record.
        if (mandates.Count > 0) await db.Set<Mandate>().Where(m => mandates.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.Asked, m => m.Asked), ct);
        if (content.Hash() != edition.ApprovedHash)
        {
            edition.VoidApproval("when its time came, the words were no longer those that were approved");
            await db.Save(Actor.Schedule, "Void approval", ct);
            return;
        }
        try
        {
            var passed = await gate.Pass(edition, content, Actor.Schedule, ct);
            edition.BeginFreezing();
            foreach (var text in passed.Released) db.Add(new Release(text, edition.Kind == EditionKind.Newsletter ? ReleaseChannel.Newsletter : ReleaseChannel.Bulletin, $"{edition.Name}: {edition.Subject}", edition.Id, Actor.Schedule, now));
            await db.Save(Actor.Schedule, "Freeze bulletin", ct);
            await freeze.Reserve(await Plan(edition, ct), ct);
        }
        catch (RuleBroken no)
        {
            edition.VoidApproval($"when its time came, it was refused. {no.Message.TrimEnd('.')}");
            await db.Save(Actor.Schedule, "Void approval", ct);
        }
    }, ct);

    private async Task<BatchPlan> Plan(Edition edition, CancellationToken ct)
    {
        return new BatchPlan(edition.Batch!.Value, Readers.ListOf(edition.Kind), $"{edition.Name}: {edition.Subject}", Priority.Outward, edition.ScheduledFor!.Value)
        {
            About = edition.Id,
            ContentHash = edition.ApprovedHash!,
            Reach = await Reach(edition, ct),
        };
    }

    /// <summary>What a hold may be about.</summary>
    public async Task<IReadOnlyCollection<string>> Reach(Edition edition, CancellationToken ct)
    {
        var items = await current.Items(edition, ct);
        var about = items.SelectMany(i => i.About).Distinct().ToList();
        var codes = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).Select(o => o.Code).ToListAsync(ct);
        var agreed = await mandates.Of([.. items.Select(i => i.Mandate).OfType<Guid>().Distinct()], ct);
        return [.. new HashSet<string>([.. edition.Kind == EditionKind.Newsletter ? [Hold.Public] : Array.Empty<string>(), .. items.Select(i => i.Theme).OfType<string>().Distinct().Select(t => $"theme:{t}"), .. codes.Select(c => $"member:{c}"), .. agreed])];
    }

    private static Recipient Recipient(Reader reader) =>
        new(reader.Person, reader.Address, new Dictionary<string, string> { ["name"] = reader.Name, ["why"] = reader.Why }, reader.LeftOut);
}
