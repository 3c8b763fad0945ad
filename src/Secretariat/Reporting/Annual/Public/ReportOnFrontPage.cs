using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual.Public;

/// <summary>The annual reports that are out: on the front page, and on each member's own the page about it.</summary>
public sealed class ReportOnFrontPage(Db db, ReleasedReports released, Sites sites) : IOnFrontPage
{
    private const int Most = 2;

    public int Order => 40;
    public string Heading => "The annual report";
    public FrontLink More => new("Publications", "/publications");
    public IReadOnlyCollection<string> Tags { get; } = [nameof(AnnualReport), nameof(Organisation)];

    public async Task<IReadOnlyList<FrontLine>> Lines(Guid? member, int most, CancellationToken ct)
    {
        var code = member is null ? null : await db.Set<Organisation>().Where(o => o.Id == member).Select(o => o.Code).SingleOrDefaultAsync(ct);
        return [.. (await released.Shown().OrderByDescending(r => r.ReleasedAt).Take(Math.Min(most, Most)).ToListAsync(ct))
            .Where(r => member is null || r.Approved!.Members.Any(m => m.Code == code))
            .Select(r => new FrontLine(r.ReleasedAt!.Value.DateIn(sites.Current.Zone), r.Title, member is null ? r.Path : $"{r.Path}/{code}", $"figures of {r.Approved!.Members.Count} of {r.Approved.All}", r.Approved.Invented))];
    }
}
