using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Deals;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.News;
using Secretariat.Publishing.Newsletters.Public;
using Secretariat.Publishing.Pages;
using Secretariat.Publishing.Publications;

namespace Secretariat.Publishing.Proofs;

/// <summary>A newsletter that was sent and stands in the archive proves what was promised in it.</summary>
public sealed class NewsletterProof(Db db, Sites sites) : IBenefitProof
{
    public string Kind => "newsletter";
    public string Heading => "Newsletters that were sent";

    public Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct) => Read(NewsletterArchiveModel.Open(db).OrderByDescending(e => e.Number).Take(40), ct);

    public Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Read(NewsletterArchiveModel.Open(db).Where(e => ids.Contains(e.Id)), ct);

    private async Task<IReadOnlyList<ProofShown>> Read(IQueryable<Edition> editions, CancellationToken ct) =>
        [.. (await editions.Select(e => new { e.Id, e.Number, e.Subject, e.SentAt }).ToListAsync(ct)).Select(e => new ProofShown(e.Id, $"Newsletter {e.Number}: {e.Subject}", e.SentAt!.Value.DateIn(sites.Current.Zone), $"/newsletters/{e.Number}", $"/newsletters/{e.Number}"))];
}

/// <summary>A bulletin that was sent. Members alone read it, so whoever it was promised to sees its name and its day.</summary>
public sealed class BulletinProof(Db db, Sites sites) : IBenefitProof
{
    public string Kind => "bulletin";
    public string Heading => "Bulletins that were sent";

    public Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct) => Read(Sent().OrderByDescending(e => e.SentAt).Take(40), ct);

    public Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Read(Sent().Where(e => ids.Contains(e.Id)), ct);

    private IQueryable<Edition> Sent() => db.Set<Edition>().AsNoTracking().Where(e => e.Kind == EditionKind.Bulletin && e.State == EditionState.Sent && e.SentAt != null);

    private async Task<IReadOnlyList<ProofShown>> Read(IQueryable<Edition> editions, CancellationToken ct) =>
        [.. (await editions.Select(e => new { e.Id, e.Number, e.SentAt }).ToListAsync(ct)).Select(e => new ProofShown(e.Id, $"Bulletin {e.Number}", e.SentAt!.Value.DateIn(sites.Current.Zone), $"/desk/bulletins/{e.Id}", null))];
}

/// <summary>A story on the website, by the reader that everybody's pages use.</summary>
public sealed class NewsProof(Db db, PublicNews news, Sites sites) : IBenefitProof
{
    public string Kind => "news";
    public string Heading => "News on the website";

    public async Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct) =>
        [.. (await news.Latest(40, ct)).Select(s => new ProofShown(s.Of.Id, s.Of.Heading, s.Day, s.Of.Path, s.Of.Path))];

    public async Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var there = await news.Still(ids, ct);
        return [.. (await db.Set<PublishedItem>().AsNoTracking().Where(p => there.Contains(p.Id)).Select(p => new { p.Id, p.Heading, p.Slug, p.PublishedAt }).ToListAsync(ct)).Select(p => new ProofShown(p.Id, p.Heading, p.PublishedAt!.Value.DateIn(sites.Current.Zone), $"/news/{p.Slug}", $"/news/{p.Slug}"))];
    }
}

/// <summary>One of the network's own pages, in the version that everybody reads.</summary>
public sealed class PageProof(Db db, PublicPages pages, Sites sites) : IBenefitProof
{
    public string Kind => "page";
    public string Heading => "Pages of the website";

    public Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct) => Read(pages.Shown().OrderByDescending(v => v.PublishedAt).Take(40), ct);

    public Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Read(pages.Shown().Where(v => ids.Contains(v.Page)), ct);

    private async Task<IReadOnlyList<ProofShown>> Read(IQueryable<PageVersion> shown, CancellationToken ct) =>
        [.. (await shown.Join(db.Set<SitePage>(), v => v.Page, p => p.Id, (v, p) => new { p.Id, p.Slug, v.Title, v.PublishedAt }).ToListAsync(ct)).Select(p => new ProofShown(p.Id, p.Title, p.PublishedAt.DateIn(sites.Current.Zone), $"/{p.Slug}", $"/{p.Slug}"))];
}

/// <summary>A publication that everybody may take.</summary>
public sealed class PublicationProof(PublishedFiles files, Sites sites) : IBenefitProof
{
    public string Kind => "publication";
    public string Heading => "Publications";

    public Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct) => Read(files.Shown().OrderByDescending(p => p.Date).Take(40), ct);

    public Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Read(files.Shown().Where(p => ids.Contains(p.Id)), ct);

    private async Task<IReadOnlyList<ProofShown>> Read(IQueryable<Publication> publications, CancellationToken ct) =>
        (await publications.ToListAsync(ct)).ConvertAll(p => new ProofShown(p.Id, p.Title, p.PublicSince?.DateIn(sites.Current.Zone) ?? p.Date, p.Path, p.Path));
}
