using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Members.Organisations.Api;

/// <summary><c>GET /api/v1/members</c> and <c>/members/CODE</c></summary>
public sealed class MembersApi(Settings settings) : IApiPart
{
    /// <param name="Tile">Its square on the tile map, counted from the north-west; null in a network without a grid.</param>
    public sealed record Member(string Code, string Name, string ShortName, string? Region, string? Website, Square? Tile, string Url);

    public sealed record Square(string Label, int Column, int Row);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Member> Items, string? After);

    public void Map(RouteGroupBuilder api)
    {
        api.MapGet("/members", List).AllowAnonymous().WithName("members").WithTags("Members")
            .WithSummary("The members").WithDescription("Every member of the network, ordered by code.").ProducesProblem(400);
        api.MapGet("/members/{code}", One).AllowAnonymous().WithName("member").WithTags("Members")
            .WithSummary("One member").WithDescription("The member with this code. Its ETag changes when it does.").Produces(304).ProducesProblem(404);
    }

    private async Task<Results<Ok<Page>, ProblemHttpResult>> List(Db db, CancellationToken ct, [Description("The last page’s “after”; nothing for the first page.")] string? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return TypedResults.Problem(statusCode: 400, detail: "“limit” is a number from 1 to 200.");
        var members = await Members(db).Where(o => after == null || string.Compare(o.Code, after) > 0).OrderBy(o => o.Code).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(new Page([.. members.Take(limit).Select(Shape)], members.Count > limit ? members[limit - 1].Code : null));
    }

    private async Task<Results<Ok<Member>, StatusCodeHttpResult, ProblemHttpResult>> One([Description("The member’s code.")] string code, HttpContext http, Db db, CancellationToken ct)
    {
        if (await Members(db).FirstOrDefaultAsync(o => o.Code == code, ct) is not { } member)
            return TypedResults.Problem(statusCode: 404, detail: $"No member has the code “{code}”.");
        var tag = $"\"{member.Version}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Contains(tag) ? TypedResults.StatusCode(304) : TypedResults.Ok(Shape(member));
    }

    private static IQueryable<Organisation> Members(Db db) => db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member);

    private Member Shape(Organisation o) => new(o.Code, o.Name, o.ShortName, o.Region, o.Website,
        o is { TileColumn: { } column, TileRow: { } row } ? new(o.TileLabel, column, row) : null, new Uri(settings.Url, $"/members/{o.Code}").ToString());
}
