using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Reporting.Operational.Api;

/// <summary><c>GET /api/v1/reports</c>: the operational reports, as they were issued.</summary>
public sealed class ReportsApi : IApiPart
{
    /// <param name="Hash">Of everything that it says, as it was issued.</param>
    /// <param name="Corrects">The issue that this one puts right.</param>
    /// <param name="Facts">The numbers and the evidence, as they were frozen.</param>
    public sealed record Report(Guid Id, string Title, int Number, int Issue, DateOnly First, DateOnly Last, DateTimeOffset IssuedAt, DateTimeOffset? SharedAt, string Hash, Guid? Corrects, Guid? CorrectedBy, string Introduction, IReadOnlyDictionary<string, string> Words, ReportFacts Facts, bool Invented);

    public void Map(RouteGroupBuilder api) => api.MapGet("/reports", async (Db db, CancellationToken ct) =>
            (await db.Set<OperationalReport>().AsNoTracking().Where(r => r.State == ReportState.Issued).OrderBy(r => r.First).ThenBy(r => r.Number).ThenBy(r => r.Issue).ToListAsync(ct))
                .Select(r => new Report(r.Id, r.Title, r.Number, r.Issue, r.First, r.Last, r.IssuedAt!.Value, r.SharedAt, r.IssuedHash!, r.Corrects, r.CorrectedBy, r.Introduction, r.Under, r.Said!, r.Invented)).ToArray())
        .RequireAuthorization(Rights.UseDesk)
        .WithName("reports").WithTags("Reports").WithSummary("Operational reports")
        .WithDescription("Every issued operational report with its frozen numbers, evidence and words; drafts are not among them.")
        .Produces<Report[]>();
}
