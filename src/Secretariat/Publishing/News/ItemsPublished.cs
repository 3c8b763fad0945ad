using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.News;

/// <summary>What the plan counts: items by the day on which they first stood on the website, with the members that each is about.</summary>
public sealed class ItemsPublished(Db db, Sites sites) : IEvidence
{
    public IReadOnlyCollection<string> Codes => ["items-published"];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var published = await db.Set<PublishedItem>().AsNoTracking().Where(p => p.PublishedAt >= from && p.PublishedAt < to).OrderBy(p => p.PublishedAt)
            .Select(p => new { p.Item, p.Slug, p.State, p.Heading, p.PublishedAt, p.About }).ToListAsync(ct);
        var names = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        return [.. published.Select(p => new Evidence(Codes.First(), p.PublishedAt!.Value.DateIn(zone),
            $"{p.Heading}{(p.About.Count > 0 ? $" ({string.Join(", ", p.About.Select(a => names.GetValueOrDefault(a)).OfType<string>())})" : "")}{(p.State == WebState.TakenOff ? ", taken off since" : "")}",
            p.State == WebState.Published ? $"/news/{p.Slug}" : $"/desk/items/{p.Item}/website"))];
    }
}
