using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Statements;

/// <summary>By which way a statement left.</summary>
public enum ReleaseChannel { Bulletin, Portal, Letter, Website, Newsletter }

/// <summary>That a mandate let a text out: by which way, as what, when and by whom. Kept for good, so that a mandate that is withdrawn marks what it released.</summary>
public sealed class Release : Record, IHoldsPersonalData
{
    public const int MaxTitle = 300;
    private const string Former = "a former colleague";

    private Release() { }

    /// <param name="title">As what it left: "Bulletin 13: …", "the Treasury’s portal".</param>
    /// <param name="about">The record that carries it, when it is one of ours.</param>
    public Release(ReleasedText text, ReleaseChannel channel, string title, Guid? about, Actor by, DateTimeOffset now)
    {
        (Mandate, Hash, Channel, Title, About) = (text.Mandate, text.Hash, channel, title.Length <= MaxTitle ? title : title[..MaxTitle], about);
        (By, ByName, At) = (by.Person, by.Name, now);
    }

    public Guid Mandate { get; private set; }

    /// <summary>The hash of the words that left.</summary>
    public string Hash { get; private set; } = "";

    public ReleaseChannel Channel { get; private set; }
    public string Title { get; private set; } = "";
    public Guid? About { get; private set; }
    public Guid? By { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Why nothing left in the end; null when it did, or may have.</summary>
    public string? CameToNothing { get; private set; }

    /// <summary>By hand: the hashes of the sealed file and of the same for reading, as the file store keeps them.</summary>
    public string? SealedHash { get; private set; }

    public string? ReadableHash { get; private set; }

    /// <summary>For a letter: who signs and sends it.</summary>
    public Guid? Sender { get; private set; }

    public string? SenderName { get; private set; }

    /// <summary>By hand: when it was handed in, and what shows it.</summary>
    public DateOnly? HandedInOn { get; private set; }

    public string? Receipt { get; private set; }
    public string? FileHash { get; private set; }
    public string? FileName { get; private set; }
    public string? FileType { get; private set; }

    public bool IsByHand => Channel is ReleaseChannel.Portal or ReleaseChannel.Letter;
    public bool AwaitsReceipt => IsByHand && HandedInOn is null && CameToNothing is null;

    internal void Seal(string sealedHash, string readableHash, Guid? sender, string? senderName) =>
        (SealedHash, ReadableHash, Sender, SenderName) = (sealedHash, readableHash, sender, senderName);

    /// <summary>It was handed in: the receipt shows when.</summary>
    public void HandIn(DateOnly on, string? receipt, EvidenceFile? file, DateOnly taken, DateOnly today)
    {
        if (!IsByHand) throw new RuleBroken("Only what somebody carries by hand has a receipt.");
        if (CameToNothing is not null) throw new RuleBroken("It was said of this that it was not handed in.");
        if (HandedInOn is { } before) throw new RuleBroken($"Its receipt is here already: it was handed in on {before.Plain()}. What shows it is not replaced.");
        if (on > today) throw new RuleBroken("The day lies ahead: come back when it has been handed in.", "On");
        if (on < taken) throw new RuleBroken($"The sealed file was made on {taken.Plain()}, so it cannot have been handed in before.", "On");
        if (file is null && string.IsNullOrWhiteSpace(receipt)) throw new RuleBroken("Give the receipt: a file, or the number or the words that confirm it.", "Receipt");
        (HandedInOn, Receipt) = (on, string.IsNullOrWhiteSpace(receipt) ? null : receipt.Trim());
        if (file is not null) (FileHash, FileName, FileType) = (file.Hash, file.Name, file.Type);
    }

    public void ComeToNothing(string? why)
    {
        if (HandedInOn is not null) throw new RuleBroken("It was handed in, and the receipt is here.");
        if (CameToNothing is { } said) throw new RuleBroken($"It was said already that nothing of this left: {said}");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say why it was not handed in.", "Why");
        CameToNothing = why.Trim();
    }

    internal void Forget(Guid person)
    {
        if (By == person) (By, ByName) = (null, Former);
        if (Sender == person) (Sender, SenderName) = (null, Response.Former);
    }
}

public static class ReleaseWords
{
    public static string Words(this ReleaseChannel channel) => channel switch
    {
        ReleaseChannel.Bulletin => "in a bulletin",
        ReleaseChannel.Newsletter => "in a newsletter",
        ReleaseChannel.Website => "on the website",
        ReleaseChannel.Portal => "by hand, through another’s portal",
        _ => "by letter from a named sender",
    };

    /// <summary>Where staff see what carried it.</summary>
    public static string Href(this Release release) => release switch
    {
        { About: { } edition, Channel: ReleaseChannel.Bulletin } => $"/desk/bulletins/{edition}",
        { About: { } edition, Channel: ReleaseChannel.Newsletter } => $"/desk/newsletters/{edition}",
        { About: { } item, Channel: ReleaseChannel.Website } => $"/desk/items/{item}/website",
        _ => $"/desk/releases/{release.Id}",
    };
}
