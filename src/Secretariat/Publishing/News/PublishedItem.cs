using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News;

/// <summary>An item on the website: the words that were approved, at an address that stays, until somebody takes it off and says why.</summary>
public sealed class PublishedItem : Record, IHoldsPersonalData
{
    public const int MaxSlug = 100, MaxWhy = 300;
    private const string VoidOf = "The approval by ", Former = "a former colleague";

    private PublishedItem() { }

    public PublishedItem(Item item, string slug) => (Item, Slug, Invented) = (item.Id, slug, item.Invented);

    public Guid Item { get; private set; }

    /// <summary>Its name in addresses; it stays when the heading changes, since people keep links.</summary>
    public string Slug { get; private set; } = "";

    public WebState State { get; private set; }
    public string Heading { get; private set; } = "";

    /// <summary>The canonical content that was approved: the page shows this and nothing else.</summary>
    public string Content { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Under which it stands, when it was approved as a statement.</summary>
    public Guid? Mandate { get; private set; }

    /// <summary>The members that it names, as they were approved.</summary>
    public List<Guid> About { get; private set; } = [];

    public bool AboutAll { get; private set; }
    public string? Theme { get; private set; }
    public string? ApprovedBy { get; private set; }
    public Guid? Approver { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public DateTimeOffset? GoesAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When its words were last replaced by other approved ones.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    public DateTimeOffset? TakenOffAt { get; private set; }

    /// <summary>What everybody reads at its address since.</summary>
    public string? TakenOffWhy { get; private set; }

    /// <summary>Why the last approval no longer stands; null when there is nothing to tell.</summary>
    public string? Returned { get; private set; }

    public bool Invented { get; private set; }
    public string Path => $"/news/{Slug}";

    /// <summary>Somebody read exactly these words, says what kind they are, and lets them go to everybody.</summary>
    /// <param name="passed">What it says at this moment, and has passed the gate.</param>
    /// <param name="read">The hash of what the approver read.</param>
    /// <param name="at">When it goes; for what stands there already its words are replaced at once.</param>
    public void Approve(Item item, PassedContent passed, string read, ItemKind? kind, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        passed.Require();
        if (passed.Content.Hash() != read) throw new RuleBroken("The text was changed while you were reading it. Read it again below, then approve it.");
        if (kind == ItemKind.Statement && item.Kind != ItemKind.Statement) throw new RuleBroken("This is a statement, and no statement leaves without the members’ agreement. Put its text to them in a round.", "Kind");
        if (kind != item.Kind) throw new RuleBroken($"Confirm what kind it is. It says {item.Kind.Words().ToLowerInvariant()}: if that is wrong, edit the item first.", "Kind");
        if (at < now) throw new RuleBroken("That time has passed. Choose a later one, or put it there now.", "Day");
        if (at > now.AddYears(1)) throw new RuleBroken("That is more than a year ahead. Choose an earlier day.", "Day");
        (Heading, Content, Hash, Theme) = (item.Heading, passed.Content.Canonical(), read, item.Theme);
        (About, AboutAll, Mandate) = ([.. item.About], item.AboutAll, item.Kind == ItemKind.Statement ? item.Mandate : null);
        (ApprovedBy, Approver, ApprovedAt, Returned) = (by.Name, by.Person, now, null);
        if (State == WebState.Published) ChangedAt = now;
        else (State, GoesAt) = (WebState.Scheduled, at);
    }

    /// <summary>Its hour has come. One that comes back keeps the day on which it first stood there.</summary>
    public void Publish(DateTimeOffset now)
    {
        if (State != WebState.Scheduled) throw new RuleBroken($"It is {State.Words()}.");
        if (PublishedAt is not null) ChangedAt = now;
        (State, PublishedAt, GoesAt) = (WebState.Published, PublishedAt ?? now, null);
        (TakenOffAt, TakenOffWhy) = (null, null);
    }

    /// <summary>It waits no longer: somebody changed their mind, or its words are no longer those that were approved.</summary>
    public void VoidApproval(string because)
    {
        if (State != WebState.Scheduled) return;
        (State, GoesAt, Returned) = (PublishedAt is null ? WebState.Draft : WebState.TakenOff, null, $"{VoidOf}{ApprovedBy} is void: {because}.");
    }

    public void TakeOff(string? why, DateTimeOffset now)
    {
        if (State != WebState.Published) throw new RuleBroken($"It is {State.Words()}.");
        var said = why?.Trim() ?? "";
        if (said.Length == 0) throw new RuleBroken("Say why: whoever comes back to its address reads it.", "Why");
        if (said.Length > MaxWhy || said.Any(char.IsControl)) throw new RuleBroken($"Keep it on one line and under {MaxWhy} letters.", "Why");
        Holes.Refuse(said, "Why");
        (State, TakenOffAt, TakenOffWhy) = (WebState.TakenOff, now, said);
    }

    internal void ForgetApprover()
    {
        if (ApprovedBy is not null) ApprovedBy = Former;
        if (Returned?.StartsWith(VoidOf, StringComparison.Ordinal) == true) Returned = VoidOf + Former + Returned[Returned.IndexOf(" is void: ", StringComparison.Ordinal)..];
        Approver = null;
    }
}
