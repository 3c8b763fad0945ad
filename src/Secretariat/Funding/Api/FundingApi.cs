using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Deals;
using Secretariat.Members.Organisations;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Funding.Api;

/// <summary><c>GET /api/v1/budget</c> and <c>GET /api/v1/deals</c>. Money is whole pence.</summary>
public sealed class FundingApi : IApiPart
{
    /// <param name="Heading">"staff", "back-office", "events", "marketing", or of income "member-sponsorship", "government", "sponsor".</param>
    /// <param name="CommittedPence">Of a cost what is ordered and not paid yet.</param>
    /// <param name="ActualPence">What was paid, or came in.</param>
    public sealed record BudgetRow(string Code, string Heading, string Name, bool Income, long PlanPence, long CommittedPence, long ActualPence, long LeftPence, bool Invented);

    /// <param name="MembersCommitted">How many members committed to the year.</param>
    public sealed record BudgetShown(string Year, long PlanPence, long CommittedPence, long ActualPence, long IncomePromisedPence, long IncomeReceivedPence, int MembersCommitted, int Members, IReadOnlyList<BudgetRow> Lines);

    /// <param name="Sponsor">Its code.</param>
    /// <param name="Towards">"conference", "dinner", "website", "newsletter" or "other".</param>
    /// <param name="Stage">"idea", "approached", "talking", "agreed", "delivered" or "lost".</param>
    /// <param name="Counts">It is income: agreed or delivered.</param>
    public sealed record DealShown(Guid Id, string Sponsor, string Title, string Towards, string Stage, long AmountPence, bool Counts, DateOnly? AgreedOn, Guid? Event, int BenefitsPromised, int BenefitsProven);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record DealPage(IReadOnlyList<DealShown> Items, Guid? After);

    public void Map(RouteGroupBuilder api)
    {
        api.MapGet("/budget", Budget).RequireAuthorization(Rights.UseDesk).WithName("budget").WithTags("Funding")
            .WithSummary("The year’s budget").WithDescription("Each line with what is planned, ordered, paid or received, and the sums. All amounts are whole pence.");
        api.MapGet("/deals", Deals).RequireAuthorization(Rights.UseDesk).WithName("deals").WithTags("Funding")
            .WithSummary("Deals with sponsors").WithDescription("By stage, with how many benefits were promised and how many something proves at this moment.").ProducesProblem(400);
    }

    private static async Task<Ok<BudgetShown>> Budget(FundingNow funding, Standings standings, Sites sites, TimeProvider clock, CancellationToken ct)
    {
        var today = sites.Today(clock);
        var sums = await funding.On(today, ct);
        return TypedResults.Ok(new BudgetShown((await standings.PlanOn(today, ct))?.Year.Code ?? "", sums.Plan.Pence, sums.Committed.Pence, sums.Actual.Pence, sums.Promised.Pence, sums.Received.Pence,
            sums.Commitments.Members.Count(c => c.Gives), sums.Commitments.Members.Count,
            [.. sums.Lines.Select(l => new BudgetRow(l.Line.Code, Spelt(l.Line.Heading.ToString()), l.Line.Name, l.Line.IsIncome, l.Plan.Pence, l.Committed.Pence, l.Actual.Pence, l.Left.Pence, l.Line.Invented))]));
    }

    private static async Task<Results<Ok<DealPage>, ProblemHttpResult>> Deals(Db db, Proofs proofs, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return TypedResults.Problem(statusCode: 400, detail: "“limit” is too large, or less than 1.");
        var rows = await (from deal in db.Set<Deal>().AsNoTracking()
                          where after == null || deal.Id > after
                          join body in db.Set<Organisation>() on deal.Organisation equals body.Id
                          orderby deal.Id
                          select new { deal, body.Code }).Take(limit + 1).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.deal.Id);
        var benefits = (await proofs.Of(await db.Set<Benefit>().AsNoTracking().Where(b => ids.Contains(b.Deal)).ToListAsync(ct), ct)).ToLookup(b => b.Of.Deal);
        return TypedResults.Ok(new DealPage([.. rows.Take(limit).Select(r => new DealShown(r.deal.Id, r.Code, r.deal.Title, Spelt(r.deal.For.ToString()), Spelt(r.deal.Stage.ToString()), r.deal.Amount.Pence, r.deal.Counts, r.deal.AgreedOn, r.deal.Event,
            benefits[r.deal.Id].Count(), benefits[r.deal.Id].Count(b => b.IsProven)))], rows.Count > limit ? rows[limit - 1].deal.Id : null));
    }

    // "BackOffice" is "back-office".
    private static string Spelt(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
