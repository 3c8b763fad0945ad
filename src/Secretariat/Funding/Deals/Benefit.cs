using Secretariat.Planning;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>What was done for a sponsor where no page, edition or event in here shows it.</summary>
public sealed record HandProof(DateOnly? On, string? Words, string? Link, KeptFile? File);

/// <summary>
/// Something promised with a deal. Nobody types that it is delivered: a page, an edition or an event proves it for as long as that is really
/// there, or somebody entered it by hand with what shows it, which is said wherever it stands.
/// </summary>
public sealed class Benefit : Record, IHoldsPersonalData
{
    public const int MaxWhat = 200, MaxWords = 300;

    private Benefit() { }

    public Benefit(Deal deal, string? what, DateOnly? due)
    {
        if (deal.Stage == DealStage.Lost) throw new RuleBroken("Nothing came of this deal: nothing is promised with it.", "What");
        What = FundingText.Line(what, MaxWhat, "What") ?? throw new RuleBroken("Say what was promised, such as “Named in newsletter 7”.", "What");
        Due = due ?? throw new RuleBroken("Say by when.", "Due");
        Deal = deal.Id;
    }

    public Guid Deal { get; private set; }
    public string What { get; private set; } = "";
    public DateOnly Due { get; private set; }

    /// <summary>Which kind of thing proves it, and which of them.</summary>
    public string? ProofKind { get; private set; }
    public Guid? Proof { get; private set; }

    public DateOnly? HandOn { get; private set; }
    public string? HandWords { get; private set; }
    public string? Link { get; private set; }
    public string? FileHash { get; private set; }
    public string? FileName { get; private set; }
    public string? FileType { get; private set; }
    public Guid? EnteredBy { get; private set; }
    public string? EnteredByName { get; private set; }
    public DateTimeOffset? EnteredAt { get; private set; }

    public bool IsByHand => HandOn is not null;

    public void Show(string kind, Guid thing, Actor by, DateTimeOffset now)
    {
        Clear();
        (ProofKind, Proof, EnteredBy, EnteredByName, EnteredAt) = (kind, thing, by.Person, by.Name, now);
    }

    public void EnterByHand(HandProof proof, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (proof.On is not { } on) throw new RuleBroken("Choose the day on which it was done.", "HandOn");
        if (on > today) throw new RuleBroken("That day is still to come: enter what was done.", "HandOn");
        if (on.Year < 2000) throw new RuleBroken("Look at the year again.", "HandOn");
        if (string.IsNullOrWhiteSpace(proof.Link) && proof.File is null) throw new RuleBroken("Give a file or a link that shows it: what cannot be shown does not count.", "Link");
        var (words, link) = (FundingText.Line(proof.Words, MaxWords, "HandWords") ?? throw new RuleBroken("Say what was done.", "HandWords"), WebAddress.Checked(proof.Link, "Link"));
        Clear();
        (HandOn, HandWords, Link) = (on, words, link);
        (FileHash, FileName, FileType) = (proof.File?.Hash, proof.File?.Name, proof.File?.Type);
        (EnteredBy, EnteredByName, EnteredAt) = (by.Person, by.Name, now);
    }

    /// <summary>What was chosen to prove it does not: it is open again.</summary>
    public void TakeOff()
    {
        if (Proof is null && !IsByHand) throw new RuleBroken("Nothing is shown for it.");
        Clear();
    }

    private void Clear()
    {
        (ProofKind, Proof, HandOn, HandWords, Link) = (null, null, null, null, null);
        (FileHash, FileName, FileType, EnteredBy, EnteredByName, EnteredAt) = (null, null, null, null, null, null);
    }

    internal void Forget() => (EnteredBy, EnteredByName) = (null, "a former colleague");
}
