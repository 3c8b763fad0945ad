using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News;

/// <summary>The latest news on the front page, and what names a member on its own.</summary>
public sealed class NewsOnFrontPage(PublicNews news) : IOnFrontPage
{
    /// <summary>What news is made of: the rows that change it when they change.</summary>
    public static readonly string[] MadeOf = [nameof(PublishedItem), nameof(Item), nameof(Mandate), nameof(Organisation)];

    public int Order => 10;
    public string Heading => "From the members";
    public FrontLink More => new("All news", "/news");
    public IReadOnlyCollection<string> Tags => MadeOf;

    public async Task<IReadOnlyList<FrontLine>> Lines(Guid? member, int most, CancellationToken ct) =>
        [.. (await news.Latest(most, ct, member)).Select(s => new FrontLine(s.Day, s.Words.Heading, s.Of.Path, s.Note(), s.Of.Invented))];
}

public static class StoryWords
{
    /// <summary>Whom it is about, in a few words.</summary>
    public static string Note(this Story story) => story.Words.Kind == ItemKind.Statement ? "Statement"
        : story.About.Count is > 0 and <= 3 ? string.Join(" · ", story.About.Select(m => m.ShortName))
        : story.About.Count > 3 ? $"{string.Join(" · ", story.About.Take(2).Select(m => m.ShortName))} and {story.About.Count - 2} more"
        : string.Join(" · ", story.Words.About);
}
