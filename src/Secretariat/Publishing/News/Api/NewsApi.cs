using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Secretariat.Platform;
using Secretariat.Platform.Web.Api;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News.Api;

/// <summary><c>GET /api/v1/news</c></summary>
public sealed class NewsApi(Settings settings) : IApiPart
{
    /// <param name="About">The codes of the members that it names.</param>
    /// <param name="Whose">Under a statement: whose view it is.</param>
    public sealed record Story(Guid Id, ItemKind Kind, string Heading, string Html, IReadOnlyList<string> About, IReadOnlyList<string> Whose, string? Theme, DateTimeOffset PublishedAt, DateTimeOffset? ChangedAt, string Url, bool Invented);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Story> Items, Guid? After);

    public void Map(RouteGroupBuilder api) =>
        api.MapGet("/news", List).AllowAnonymous().WithName("news").WithTags("News").WithSummary("The news").WithDescription("What stands on the website, the newest first.").ProducesProblem(400);

    private async Task<Results<Ok<Page>, ProblemHttpResult>> List(PublicNews news, CancellationToken ct, [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 100), Description("How many at most.")] int limit = 30)
    {
        if (limit is < 1 or > 100) return TypedResults.Problem(statusCode: 400, detail: "“limit” is a number from 1 to 100.");
        var stories = await news.Latest(limit + 1, ct, after: after);
        return TypedResults.Ok(new Page([.. stories.Take(limit).Select(s => new Story(s.Of.Id, s.Words.Kind, s.Words.Heading, s.Words.Html, [.. s.About.Select(m => m.Code)], s.Words.Under, s.Of.Theme,
            s.Of.PublishedAt!.Value, s.Of.ChangedAt, new Uri(settings.Url, s.Of.Path).AbsoluteUri, s.Of.Invented))], stories.Count > limit ? stories[limit - 1].Of.Id : null));
    }
}
