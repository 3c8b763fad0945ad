using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Knowledge.Cases;

/// <summary>Waiting: its member has written it, and staff look it over before others see it.</summary>
public enum CaseState { Draft, Waiting, Shared, TakenBack }

/// <summary>What a member solved, so that another need not start over. What others read is one version of it; the next may be written meanwhile.</summary>
public sealed class PracticeCase : Record, IHoldsPersonalData
{
    public const int MaxWhy = 500, MaxPermitted = 200;

    private PracticeCase() { }

    public PracticeCase(string slug, Guid member) => (Slug, Member) = (slug, member);

    /// <summary>Its name in public addresses: from the title under which it is first shared with everybody, and it stays when the title changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The member whose people write it.</summary>
    public Guid Member { get; private set; }

    public CaseState State { get; private set; }
    public int Versions { get; private set; }

    /// <summary>The newest version, which may be still in the writing.</summary>
    public Guid Latest { get; private set; }

    /// <summary>The version that others read; null before it was first shared.</summary>
    public Guid? Shown { get; private set; }

    /// <summary>Since when the newest version waits to be looked over.</summary>
    public DateTimeOffset? OfferedAt { get; private set; }

    /// <summary>What staff asked to have changed before it is shared, or why it stays with members.</summary>
    public string? Returned { get; private set; }

    /// <summary>When it was first shared.</summary>
    public DateTimeOffset? SharedAt { get; private set; }

    public string? SharedBy { get; private set; }
    public Guid? Sharer { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }
    public string? TakenBackWhy { get; private set; }

    /// <summary>From which day it may be read by everybody; null when it is for members only.</summary>
    public DateOnly? PublicFrom { get; private set; }

    /// <summary>Since when it stands on the website; null when it does not.</summary>
    public DateTimeOffset? PublicAt { get; private set; }

    /// <summary>It stood on the website once, and its address is known.</summary>
    public bool WasPublic { get; private set; }

    public string? PermittedBy { get; private set; }
    public bool Invented { get; init; }
    public string Path => $"/practice/{Slug}";

    public CaseVersion Write(IReadOnlyList<Guid> members, CaseDraft draft, Actor by, DateTimeOffset now)
    {
        var version = new CaseVersion(Id, Versions + 1, [Member, .. members], draft, by, now);
        (Latest, Versions) = (version.Id, version.Number);
        return version;
    }

    /// <summary>Its member has done its part: staff look it over.</summary>
    public void Offer(CaseVersion latest, DateTimeOffset now)
    {
        Whole(latest);
        if (State == CaseState.Shared && Shown == Latest) throw new RuleBroken("It is shared as it stands. Change something first.");
        (OfferedAt, Returned) = (OfferedAt ?? now, null);
        // Whoever comes to one that was taken back reads why, until it is shared anew.
        if (State is CaseState.Draft) State = CaseState.Waiting;
    }

    /// <summary>Staff looked it over, and others read this version from now on.</summary>
    /// <param name="read">The hash of what was looked over.</param>
    /// <param name="kind">For one that everybody will read: what whoever looked it over says that it is.</param>
    public void Share(CaseVersion latest, string read, ItemKind? kind, string? permittedBy, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (latest.Hash() != read) throw new RuleBroken("It was changed while you were reading it. Read it again below, then share it.");
        if (State == CaseState.Shared && Shown == latest.Id && !Stayed) throw new RuleBroken("It is shared already.");
        Whole(latest);
        var open = latest.Circulation == Circulation.Public;
        if (open && kind == ItemKind.Statement) throw new RuleBroken("This is a statement, and no statement leaves without the members’ agreement. Keep it to what was done, or to members.", "Kind");
        if (open && kind is not (ItemKind.Success or ItemKind.Information)) throw new RuleBroken("Confirm that it is no statement: everybody will read it.", "Kind");
        var permitted = Typed.Line(permittedBy, MaxPermitted, "PermittedBy");
        if (open && permitted is null) throw new RuleBroken("Everybody will read it. Say who there permitted that.", "PermittedBy");
        if (OfferedAt is null && permitted is null) throw new RuleBroken("Its member has not given it to you to share. Say who there permitted that others read it.", "PermittedBy");
        (State, Shown, OfferedAt, Returned, SharedAt) = (CaseState.Shared, latest.Id, null, null, SharedAt ?? now);
        (SharedBy, Sharer, PermittedBy, TakenBackAt, TakenBackWhy) = (by.Name, by.Person, permitted, null, null);
        PublicFrom = open ? latest.PublicFrom > today ? latest.PublicFrom : today : null;
        if (PublicFrom is null || PublicFrom > today) PublicAt = null;
    }

    /// <summary>It was to stand on the website, and something stood against it on its day.</summary>
    public bool Stayed => State == CaseState.Shared && Shown == Latest && Returned is not null && OfferedAt is null && PublicFrom is null;

    /// <summary>Under which title everybody first reads it.</summary>
    public void Name(string slug)
    {
        if (!WasPublic) Slug = slug;
    }

    // Its page has none of the template's fields: the sentence stands above it.
    private static void Whole(CaseVersion latest)
    {
        try
        {
            latest.RequireWhole();
        }
        catch (RuleBroken no)
        {
            throw new RuleBroken(no.Message);
        }
    }

    /// <summary>Its day has come, and nothing stands against it.</summary>
    public void GoPublic(DateTimeOffset now)
    {
        if (State == CaseState.Shared && PublicFrom is not null) (PublicAt, WasPublic) = (PublicAt ?? now, true);
    }

    public void StayWithMembers(string because) => (PublicFrom, PublicAt, Returned) = (null, null, because);

    /// <summary>Staff ask for something else before others see it.</summary>
    public void SendBack(string? why)
    {
        if (OfferedAt is null) throw new RuleBroken("It does not wait to be looked over.");
        Returned = Typed.Text(why, MaxWhy, "Why") ?? throw new RuleBroken("Say what should be changed: whoever wrote it reads that.", "Why");
        OfferedAt = null;
        if (State == CaseState.Waiting) State = CaseState.Draft;
    }

    public void TakeBack(string? why, DateTimeOffset now)
    {
        if (State != CaseState.Shared) throw new RuleBroken("It is not shared, so there is nothing to take back.");
        TakenBackWhy = Typed.Line(why, MaxWhy, "Why") ?? throw new RuleBroken("Say why: whoever comes back to it reads that.", "Why");
        (State, TakenBackAt, OfferedAt, PublicAt) = (CaseState.TakenBack, now, null, null);
    }

    internal void ForgetSharer() => (SharedBy, Sharer) = (CaseVersion.Former, null);
}

public static class CaseStates
{
    public static string Words(this PracticeCase of) => of.State switch
    {
        CaseState.Draft => of.Returned is null ? "draft" : "sent back",
        CaseState.Waiting => "waiting to be looked over",
        CaseState.TakenBack => "taken back",
        _ => of.OfferedAt is null ? "shared" : "shared, a change waits",
    };

    /// <summary>Its look in a table.</summary>
    public static string Look(this PracticeCase of) => of.OfferedAt is not null ? "waiting" : of.State switch { CaseState.Shared => "sent", CaseState.TakenBack => "dropped", _ => "draft" };
}
