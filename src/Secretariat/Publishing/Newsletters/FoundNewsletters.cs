using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Newsletters.Public;

namespace Secretariat.Publishing.Newsletters;

/// <summary>Newsletters that were sent, by their subject and introduction; their stories are found as news, as long as they may be read.</summary>
public sealed class FoundNewsletters(Sites sites) : IFoundByVisitors
{
    public string Kind => "site-newsletter";
    public string Heading => "Newsletters";

    public Guid? Of(Record saved) => (saved as Edition)?.Id;

    public IQueryable<Guid> All(Db db) => NewsletterArchiveModel.Open(db).Select(e => e.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await NewsletterArchiveModel.Open(db).Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Number, e.ApprovedContent, e.SentAt }).ToListAsync(ct))
            .Select(e => (Of: e, Says: EditionContent.Parse(e.ApprovedContent!)))
            .Select(e => new SearchWords(e.Of.Id, $"Newsletter {e.Of.Number}: {e.Says.Subject}", PlainText.Words(e.Says.Intro), $"/newsletters/{e.Of.Number}", e.Of.SentAt?.DateIn(sites.Current.Zone)))];

    public async Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await NewsletterArchiveModel.Open(services.GetRequiredService<Db>()).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct);
}
