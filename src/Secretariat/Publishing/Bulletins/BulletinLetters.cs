using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins.Letter;
using Secretariat.Publishing.Unsubscribing;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Writes a bulletin's letters for the ledger: once, from the very content that was approved.</summary>
public sealed class BulletinLetters(IServiceScopeFactory scopes, Sites sites, Settings settings, LeaveTokens tokens) : ILetterComposer
{
    public string Class => Readers.List;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var edition = await db.Set<Edition>().AsNoTracking().SingleAsync(e => e.Id == batch.About, ct);
        var content = EditionContent.Parse(edition.ApprovedContent ?? throw new InvalidOperationException($"{edition.Name} has letters but no approved text."));
        if (content.Hash() != edition.ApprovedHash) throw new InvalidOperationException($"The stored text of {edition.Name} is not the one that was approved.");
        await using var scope = scopes.CreateAsyncScope();
        var letter = await scope.ServiceProvider.GetRequiredService<EditionPress>().Press(edition, content, ct);
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
        holes["leave"] = new Uri(settings.Url, "/u/" + tokens.For(letter.Person, letter.Address)).AbsoluteUri;
        return ValueTask.CompletedTask;
    }
}
