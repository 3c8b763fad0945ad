using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Publishing.Bulletins.Api;

/// <summary><c>GET /api/v1/letters?edition=ID</c>: did X get it?</summary>
public sealed class LettersApi : IApiPart
{
    /// <param name="Why">Why it is in this state: the mail server's words, or why it was left out.</param>
    /// <param name="At">Since when.</param>
    public sealed record Letter(Guid Id, string To, DeliveryState State, string Why, int Attempts, DateTimeOffset At);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Letter> Items, Guid? After);

    public void Map(RouteGroupBuilder api) =>
        api.MapGet("/letters", List).RequireAuthorization(Rights.CanReadLetters).WithName("letters").WithTags("Letters")
            .WithSummary("The letters of an edition").WithDescription("Each letter of one edition with its state in the ledger. Empty until its audience is frozen.").ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);

    private static async Task<Results<Ok<Page>, ProblemHttpResult>> List(
        [Description("The edition’s id.")] Guid edition, Db db, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 500), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 500) return TypedResults.Problem(statusCode: 400, detail: "“limit” is a number from 1 to 500.");
        if (await db.Set<Edition>().Where(e => e.Id == edition).Select(e => new { e.Batch }).SingleOrDefaultAsync(ct) is not { } found)
            return TypedResults.Problem(statusCode: 404, detail: "There is no edition with this id.");
        var letters = await db.Set<Delivery>().AsNoTracking().Where(d => d.Batch == found.Batch && (after == null || d.Id > after)).OrderBy(d => d.Id).Take(limit + 1)
            .Select(d => new Letter(d.Id, d.Address, d.State, d.Why, d.Attempts, d.At)).ToListAsync(ct);
        return TypedResults.Ok(new Page([.. letters.Take(limit)], letters.Count > limit ? letters[limit - 1].Id : null));
    }
}
