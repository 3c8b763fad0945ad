namespace Secretariat.Publishing.Bulletins.Letter;

/// <summary>All that one letter of an edition shows. What is the recipient's own stands in it as holes: {{name}}, {{why}} and {{leave}}.</summary>
/// <param name="Title">"Bulletin 12".</param>
public sealed record LetterModel(PassedContent Content, string Title, DateOnly Date, Masthead From, IReadOnlyList<LetterTile> Tiles)
{
    /// <summary>"bulletin" or "newsletter".</summary>
    public required string Word { get; init; }

    /// <summary>What goes on when it is stopped.</summary>
    public string Rest => Word == "bulletin" ? "invitations and papers will still reach you" : "nothing else stops";

    public static readonly IReadOnlyList<string> Holes = ["name", "why", "leave"];

    /// <summary>The line that mail programs show beside the subject: the headings, so far as they fit.</summary>
    public string Preheader
    {
        get
        {
            var line = string.Join(" · ", Content.Items.Select(i => i.Heading));
            return line.Length <= 140 ? line : line[..line.LastIndexOf(' ', 139)] + " …";
        }
    }

    public int MembersNamed => Tiles.Count(t => t.Named);
}

/// <summary>Who sends it; comes last, since the members come first.</summary>
public sealed record Masthead(string Network, string Accent, string Address, string Email, string MemberOne, string MemberMany);

/// <summary>A member's square on the small map at the foot of the letter.</summary>
public sealed record LetterTile(string Label, string Name, int Column, int Row, bool Named);
