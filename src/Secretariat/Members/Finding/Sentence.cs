namespace Secretariat.Members.Finding;

internal static class Sentence
{
    /// <summary><c>A</c>, <c>A and B</c>, <c>A, B and C</c>. A name with "and" in it keeps its neighbours apart by commas.</summary>
    public static string List(IReadOnlyList<string> parts) => parts switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", parts.SkipLast(1))}{(parts.Any(part => part.Contains(" and ") || part.Contains(" & ")) ? ", and " : " and ")}{parts[^1]}",
    };
}
