namespace Secretariat.Events.Wishes;

/// <summary>What members wish, counted by the rule of Borda over three places: the first is worth three points, the second two, the third one.</summary>
public static class WishCount
{
    public sealed record Line(Guid Wish, int Points, int First, int Members);

    /// <summary>Most points first; at equal points whoever has more first places, then who was proposed earlier.</summary>
    /// <param name="wishes">In the order in which they were proposed.</param>
    public static IReadOnlyList<Line> Of(IReadOnlyList<Guid> wishes, IReadOnlyCollection<IReadOnlyList<Guid>> rankings) =>
        [.. wishes.Select(wish =>
        {
            var places = rankings.Select(r => r.ToList().IndexOf(wish)).Where(p => p >= 0).ToList();
            return new Line(wish, places.Sum(p => WishRanking.Places - p), places.Count(p => p == 0), places.Count);
        }).OrderByDescending(l => l.Points).ThenByDescending(l => l.First)];
}
