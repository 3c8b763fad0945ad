namespace Secretariat.Publishing.Bulletins.Letter;

/// <summary>A letter filled for somebody who only tries it: its way out leads to a page that says so.</summary>
public static class Sample
{
    public const string Token = "sample";
    public const string Why = "this is a trial: each reader finds their own reason here";
    public const string Leave = "/u/" + Token;

    /// <summary>What was approved where that stands, otherwise the words as they are now.</summary>
    public static async Task<PressedLetter> Of(Edition edition, CurrentContent current, EditionGate gate, EditionPress press, string name, CancellationToken ct, Uri? site = null)
    {
        var content = edition.ApprovedContent is { } approved ? EditionContent.Parse(approved) : await current.Of(edition, ct);
        return (await press.Press(edition, await gate.Look(edition, content, ct), ct)).For(name, Why, site is null ? Leave : new Uri(site, Leave).AbsoluteUri);
    }
}
