using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media;

/// <summary>Media requests by outlet, topic and journalist, who was rung, and what came of it.</summary>
public sealed class SearchedMedia(Sites sites) : ISearchable
{
    public string Kind => "media";
    public string Heading => "Media requests";

    public Guid? Of(Record saved) => saved switch { MediaRequest request => request.Id, MediaCall call => call.Request, _ => null };

    public IQueryable<Guid> All(Db db) => db.Set<MediaRequest>().Select(r => r.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var requests = await (from request in db.Set<MediaRequest>().AsNoTracking()
                              where ids.Contains(request.Id)
                              join body in db.Set<Organisation>() on request.Member equals body.Id into members
                              from member in members.DefaultIfEmpty()
                              select new { request, Member = member == null ? null : member.ShortName }).ToListAsync(ct);
        var rung = (await db.Set<MediaCall>().AsNoTracking().Where(c => ids.Contains(c.Request)).Select(c => new { c.Request, c.Name }).ToListAsync(ct)).ToLookup(c => c.Request, c => c.Name);
        return [.. requests.Select(x => new SearchWords(x.request.Id, $"{x.request.Outlet}: {x.request.Topic}",
            string.Join(" · ", new[] { x.request.Outcome?.Words() ?? "open", x.Member, x.request.Spoke, x.request.Journalist, x.request.Email, x.request.Phone, x.request.Place, x.request.Said, x.request.Source }.Concat(rung[x.request.Id].Select(n => $"rang {n}")).Where(w => !string.IsNullOrEmpty(w)).Distinct()),
            $"/desk/media/{x.request.Id}", x.request.ReceivedAt.DateIn(sites.Current.Zone)))];
    }
}
