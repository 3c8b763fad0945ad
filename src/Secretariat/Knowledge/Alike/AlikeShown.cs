namespace Secretariat.Knowledge.Alike;

/// <summary>What is like a text, as it stands beside the form.</summary>
/// <param name="Asked">Something was typed to look for.</param>
/// <param name="Room">"/desk" or "/my": where the links lead.</param>
public sealed record AlikeShown(bool Asked, IReadOnlyList<Likeness> Found, string Room)
{
    public string Button => Room == "/desk" ? "btn btn-sm" : "quiet";

    public string Href(Known of) => $"{Room}/practice/{(of.Kind == AlikeKind.Case ? "" : "questions/")}{of.Id}";

    public static async Task<AlikeShown> For(FindAlike alike, string room, IEnumerable<string?> texts, IReadOnlyCollection<string> themes, Guid? but, CancellationToken ct)
    {
        var text = string.Join(' ', texts);
        return new(!string.IsNullOrWhiteSpace(text), await alike.To(text, themes, but, ct), room);
    }
}
