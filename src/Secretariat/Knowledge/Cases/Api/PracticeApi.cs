using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Knowledge.Cases.Api;

/// <summary><c>GET /api/v1/practice</c>: cases that everybody may read, and for members all that are shared.</summary>
public sealed class PracticeApi(Settings settings) : IApiPart
{
    // A sponsor signs in as well, and is of no member.
    private static readonly Role[] OfMembers = [Role.Admin, Role.Staff, Role.Chair, Role.ChiefExecutive, Role.BoardMember, Role.Officer, Role.Press, Role.Pa, Role.Board];

    /// <param name="Members">The codes of the members whose practice it is.</param>
    /// <param name="Circulation">"public" or "members".</param>
    /// <param name="Uses">How many other members said that they use it.</param>
    /// <param name="Url">Its public page; null for one that only members read.</param>
    public sealed record Case(Guid Id, string Title, IReadOnlyList<string> Members, IReadOnlyList<string> Themes, string Circulation, string? Problem, string? Done, string? Took, string? Came, string? Source, int Uses, DateTimeOffset SharedAt, string? Url, bool Invented);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Case> Items, Guid? After);

    public void Map(RouteGroupBuilder api) => api.MapGet("/practice", List).AllowAnonymous().WithName("practice").WithTags("Practice")
        .WithSummary("Cases of practice").WithDescription("What members solved: the public cases, and with a token of a member’s role or of staff all that are shared. Who to ask is not among it.").ProducesProblem(400);

    private async Task<Results<Ok<Page>, ProblemHttpResult>> List(Db db, SharedCases shared, ClaimsPrincipal user, CancellationToken ct,
        [Description("Only those of this theme, by its code.")] string? theme = null, [Description("Only those of this member, by its code.")] string? member = null, [Description("Only those with these words.")] string? q = null,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 100), Description("How many at most.")] int limit = 30)
    {
        if (limit is < 1 or > 100) return TypedResults.Problem(statusCode: 400, detail: "“limit” is a number from 1 to 100.");
        var codes = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        Guid? whose = string.IsNullOrEmpty(member) ? null : codes.FirstOrDefault(c => c.Value == member).Key;
        var query = shared.Found(OfMembers.Any(r => user.IsInRole(r.ToString())), theme, whose, q);
        if (after is { } last && await db.Set<PracticeCase>().Where(c => c.Id == last).Select(c => c.SharedAt).SingleOrDefaultAsync(ct) is { } at) query = query.Where(r => r.Of.SharedAt < at || (r.Of.SharedAt == at && r.Of.Id < last));
        var rows = await query.Take(limit + 1).Select(r => new { r.Of, r.Words, Uses = db.Set<CaseUse>().Count(u => u.Case == r.Of.Id && u.TakenBackAt == null) }).ToListAsync(ct);
        return TypedResults.Ok(new Page([.. rows.Take(limit).Select(r => new Case(r.Of.Id, r.Words.Title, [.. r.Words.Members.Select(m => codes.GetValueOrDefault(m)).OfType<string>()], r.Words.Themes, r.Of.PublicAt is null ? "members" : "public",
            r.Words.Problem, r.Words.Done, r.Words.Took, r.Words.Came, r.Words.Source, r.Uses, r.Of.SharedAt!.Value, r.Of.PublicAt is null ? null : new Uri(settings.Url, r.Of.Path).AbsoluteUri, r.Of.Invented))], rows.Count > limit ? rows[limit - 1].Of.Id : null));
    }
}
