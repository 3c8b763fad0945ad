using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins.Letter;
using Secretariat.Publishing.Unsubscribing;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Writes a bulletin's letters for the ledger: once, from the very content that was approved.</summary>
public class BulletinLetters(IServiceScopeFactory scopes, Sites sites, Settings settings, LeaveTokens tokens, TimeProvider clock) : ILetterComposer
{
    // Letters are written once a batch and leave for a long time after, some when a person sends them again: by then a mandate may be
    // withdrawn, in doubt or at its end, and so it is asked for each letter. A bulletin without a statement has nothing to ask.
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<Guid>> _mandates = new();

    public virtual string Class => Readers.List;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var edition = await db.Set<Edition>().AsNoTracking().SingleAsync(e => e.Id == batch.About, ct);
        var content = EditionContent.Parse(edition.ApprovedContent ?? throw new InvalidOperationException($"{edition.Name} has letters but no approved text."));
        if (content.Hash() != edition.ApprovedHash) throw new InvalidOperationException($"The stored text of {edition.Name} is not the one that was approved.");
        await using var scope = scopes.CreateAsyncScope();
        var passed = await Pass(scope.ServiceProvider, batch.Id, edition, content, ct);
        if (content.Mandates.Count > 0) _mandates[batch.Id] = content.Mandates;
        var letter = await scope.ServiceProvider.GetRequiredService<EditionPress>().Press(edition, passed, ct);
        var site = sites.Current;
        return new LetterTemplate(letter.Subject, letter.Html, letter.Text, Letter.LetterModel.Holes)
        {
            FromName = site.Name,
            ReplyTo = site.ContactEmail.Length > 0 ? site.ContactEmail : null,
            List = Class,
            Unsubscribe = "{{leave}}",
        };
    }

    // Asked again with the very words that are about to leave: since the freeze a mandate may have been withdrawn. The first letter that
    // is refused pauses the batch; those that were claimed beside it end here and are no attempts of their own.
    private static async Task<PassedContent> Pass(IServiceProvider services, Guid batch, Edition edition, EditionContent content, CancellationToken ct)
    {
        if (!await services.GetRequiredService<Db>().Set<Batch>().AnyAsync(b => b.Id == batch && b.State == BatchState.Open, ct)) throw new RuleBroken("its batch is not being sent just now.");
        try
        {
            return await services.GetRequiredService<EditionGate>().Pass(edition, content, Actor.Schedule, ct);
        }
        catch (RuleBroken no)
        {
            await services.GetRequiredService<RefusedLetters>().Run(batch, no.Message, null, ct);
            throw;
        }
    }

    public async ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        if (_mandates.TryGetValue(letter.Batch, out var mandates)) await StillStand(letter.Batch, mandates, ct);
        holes["leave"] = new Uri(settings.Url, "/u/" + tokens.For(Class, letter.Person, letter.Address)).AbsoluteUri;
    }

    private async Task StillStand(Guid batch, IReadOnlyList<Guid> mandates, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, today) = (scope.ServiceProvider.GetRequiredService<Db>(), clock.GetUtcNow().DateIn(sites.Current.Zone));
        // One look by primary key, and nothing is loaded while they stand.
        var stand = db.Set<Mandate>().Where(m => mandates.Contains(m.Id) && m.WithdrawnAt == null && m.Doubt == null && (m.Until == null || m.Until >= today));
        if (await stand.CountAsync(ct) == mandates.Count) return;
        var fallen = (await db.Set<Mandate>().IgnoreAutoIncludes().AsNoTracking().Where(m => mandates.Contains(m.Id)).ToListAsync(ct)).First(m => m.ShutOn(today) is not null);
        var no = fallen.ShutOn(today)!;
        await scope.ServiceProvider.GetRequiredService<RefusedLetters>().Run(batch, no, fallen.Id, ct);
        throw new RuleBroken(no);
    }
}
