using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media;

/// <summary>What the plan counts: media requests that are settled, each by what came of it.</summary>
public sealed class MediaClosed(Db db, Sites sites) : IEvidence
{
    public const string Code = "media-requests-closed";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var closed = await (from request in db.Set<MediaRequest>().AsNoTracking()
                            where request.ClosedAt >= @from && request.ClosedAt < to
                            join body in db.Set<Organisation>() on request.Member equals body.Id into members
                            from member in members.DefaultIfEmpty()
                            orderby request.ClosedAt, request.Id
                            select new { request.Id, request.Outlet, request.Outcome, request.ClosedAt, Member = member == null ? null : member.ShortName }).ToListAsync(ct);
        return [.. closed.Select(r => new Evidence(Code, r.ClosedAt!.Value.DateIn(zone), $"{r.Outlet} · {r.Outcome!.Value.Words()}{(r.Member is null ? "" : $": {r.Member}")}", $"/desk/media/{r.Id}"))];
    }
}
