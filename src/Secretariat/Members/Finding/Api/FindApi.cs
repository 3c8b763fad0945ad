using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Secretariat.Platform;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Members.Finding.Api;

/// <summary><c>GET /api/v1/find?postcode=</c></summary>
public sealed class FindApi(Finders finders, Settings settings) : IApiPart
{
    /// <param name="Query">What was asked.</param>
    /// <param name="Place">The postcode or council that it was taken for; null when it was not understood.</param>
    /// <param name="Match">The kind of rule that answers: the most particular one that fits.</param>
    /// <param name="Relation">whole: one member. overlap: two, both all of it. split: parts differ, so ask with a whole postcode. unknown: no answer.</param>
    /// <param name="Members">One or two; for split every member that has a part.</param>
    /// <param name="Why">The answer as a sentence.</param>
    /// <param name="Choices">Names to ask with instead, when several places fit.</param>
    public sealed record Answer(string Query, string? Place, Match Match, Relation Relation, IReadOnlyList<Member> Members, string Why, IReadOnlyList<string> Choices);

    public sealed record Member(string Code, string Name, string Url);

    public void Map(RouteGroupBuilder api) => api.MapGet("/find", Find).AllowAnonymous()
        .WithName("find").WithTags("Members").WithSummary("Whose is this place?")
        .WithDescription("Answers a postcode, the first part of one, or the name of a council with the member or members that cover it. It never guesses.").ProducesProblem(400);

    private Results<Ok<Answer>, ProblemHttpResult> Find([Description("A postcode, the first part of one, or the name of a council.")] string? postcode)
    {
        if (string.IsNullOrWhiteSpace(postcode))
            return TypedResults.Problem(statusCode: 400, title: "Nothing was asked", detail: "Add ?postcode= with a postcode, the first part of one, or the name of a council.");
        var found = finders.Current.Finder.Find(postcode);
        return TypedResults.Ok(new Answer(found.Query, found.Place, found.Match, found.Relation,
            [.. found.Members.Select(m => new Member(m.Code, m.Name, new Uri(settings.Url, $"/members/{m.Code}").ToString()))], found.Why, found.Choices));
    }
}
