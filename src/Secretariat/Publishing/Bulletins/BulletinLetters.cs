using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins.Letter;
using Secretariat.Publishing.Unsubscribing;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Writes a bulletin's letters for the ledger: once, from the very content that was approved.</summary>
public sealed class BulletinLetters(IServiceScopeFactory scopes, Sites sites, Settings settings, LeaveTokens tokens, TimeProvider clock) : ILetterComposer
{
    // Letters are written once a batch and leave for a long time after: a mandate that ends at midnight ends for each of them.
    private readonly ConcurrentDictionary<Guid, DateOnly> _until = new();

    public string Class => Readers.List;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var edition = await db.Set<Edition>().AsNoTracking().SingleAsync(e => e.Id == batch.About, ct);
        var content = EditionContent.Parse(edition.ApprovedContent ?? throw new InvalidOperationException($"{edition.Name} has letters but no approved text."));
        if (content.Hash() != edition.ApprovedHash) throw new InvalidOperationException($"The stored text of {edition.Name} is not the one that was approved.");
        await using var scope = scopes.CreateAsyncScope();
        // Asked again with the very words that are about to leave: since the freeze a mandate may have been withdrawn.
        var passed = await scope.ServiceProvider.GetRequiredService<EditionGate>().Pass(edition, content, Actor.Schedule, ct);
        if (passed.Until is { } until) _until[batch.Id] = until;
        var letter = await scope.ServiceProvider.GetRequiredService<EditionPress>().Press(edition, passed, ct);
        var site = sites.Current;
        return new LetterTemplate(letter.Subject, letter.Html, letter.Text, Letter.LetterModel.Holes)
        {
            FromName = site.Name,
            ReplyTo = site.ContactEmail.Length > 0 ? site.ContactEmail : null,
            List = Readers.List,
            Unsubscribe = "{{leave}}",
        };
    }

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        if (_until.TryGetValue(letter.Batch, out var until) && clock.GetUtcNow().DateIn(sites.Current.Zone) > until)
            throw new RuleBroken($"its statement’s mandate ended on {until.Plain()}");
        holes["leave"] = new Uri(settings.Url, "/u/" + tokens.For(letter.Person, letter.Address)).AbsoluteUri;
        return ValueTask.CompletedTask;
    }
}
