using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>What the plan counts: public publications by the day on which they first stood on the website.</summary>
public sealed class PublicationsPublished(Db db, Sites sites) : IEvidence
{
    public IReadOnlyCollection<string> Codes => ["publications-published"];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var published = await db.Set<Publication>().AsNoTracking().Where(p => p.PublicSince >= from && p.PublicSince < to).OrderBy(p => p.PublicSince).ToListAsync(ct);
        var names = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        return [.. published.Select(p => new Evidence(Codes.First(), p.PublicSince!.Value.DateIn(zone),
            $"{p.Title}{(p.About.Count > 0 ? $" ({string.Join(", ", p.About.Select(a => names.GetValueOrDefault(a)).OfType<string>())})" : "")}{(IsThere(p) ? "" : ", taken off since")}",
            IsThere(p) ? p.Path : $"/desk/publications/{p.Id}"))];
    }

    private static bool IsThere(Publication publication) => publication is { State: WebState.Published, Circulation: Circulation.Public };
}
