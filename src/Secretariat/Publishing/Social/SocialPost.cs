using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Social;

/// <summary>Unknown: somebody went to post it, and has not said what became of it.</summary>
public enum PostState { Planned, Unknown, Posted, NotPosted }

/// <param name="Title">Where the channel has titles.</param>
/// <param name="Picture">What goes with it: "photo of the lock gates.jpg".</param>
/// <param name="Alt">What the picture shows, for those who do not see it.</param>
public sealed record PostDraft(string? Text, string? Title, string? Picture, string? Alt, DateOnly? Day);

/// <summary>What is to be said of an item on a channel, and what became of it. It is posted by hand: this is the plan and the record.</summary>
public sealed class SocialPost : Record, IHoldsPersonalData
{
    public const int MaxPicture = 200, MaxAddress = 500, MaxWhy = 300, MaxStored = 5000;
    private const string Former = "a former colleague";

    private SocialPost() { }

    public SocialPost(Item item, SocialChannel channel, PostDraft draft, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (!Enum.IsDefined(channel)) throw new RuleBroken("Choose the channel.", "Channel");
        (Item, Channel, Heading, Invented) = (item.Id, channel, item.Heading, item.Invented);
        Write(draft, item, today, by, now);
    }

    public Guid Item { get; private set; }
    public SocialChannel Channel { get; private set; }
    public PostState State { get; private set; }

    /// <summary>The item's, as it was when this was written.</summary>
    public string Heading { get; private set; } = "";

    public string? Title { get; private set; }
    public string Text { get; private set; } = "";
    public string? Picture { get; private set; }
    public string? Alt { get; private set; }

    /// <summary>The members that it is about.</summary>
    public List<Guid> About { get; private set; } = [];

    /// <summary>The day on which it is to be posted.</summary>
    public DateOnly Day { get; private set; }

    public string WrittenBy { get; private set; } = "";
    public Guid? Writer { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When somebody last went to post it, and who.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    public string? BegunBy { get; private set; }
    public Guid? Beginner { get; private set; }

    /// <summary>Where it stands.</summary>
    public string? Address { get; private set; }

    /// <summary>Which post that is, however its address is written.</summary>
    public string? AddressKey { get; private set; }

    public DateOnly? PostedOn { get; private set; }

    /// <summary>Why it was not posted, or stands there no longer.</summary>
    public string? Why { get; private set; }

    public bool Invented { get; private set; }
    public ChannelFacts Facts => Channel.Facts();

    public void Write(PostDraft draft, Item item, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (State != PostState.Planned) throw new RuleBroken("Its words went out, or may have: they stay on the record as they are.");
        var (facts, text) = (Channel.Facts(), draft.Text?.ReplaceLineEndings("\n").Trim() ?? "");
        if (text.Length > MaxStored) throw new RuleBroken($"Keep it under {MaxStored:N0} letters, addresses included.", "Text");
        if (text.Length == 0) throw new RuleBroken("Write what is to be posted.", "Text");
        if (text.Any(c => char.IsControl(c) && c != '\n')) throw new RuleBroken("There is a sign in it that cannot be shown. Type the text again without it.", "Text");
        if (PostLength.Of(Channel, text) is var length && length > facts.MaxText) throw new RuleBroken($"{facts.Name} takes {facts.MaxText:N0}, and this counts {length:N0}. Make it shorter by {length - facts.MaxText:N0}.", "Text");
        if (Channel == SocialChannel.YouTube && (text + draft.Title).IndexOfAny(['<', '>']) >= 0) throw new RuleBroken("YouTube takes no < and no >.", "Text");
        var title = facts.MaxTitle == 0 ? null : Line(draft.Title, facts.MaxTitle, "Title") ?? throw new RuleBroken($"Give it a title: {facts.Name} shows it first.", "Title");
        var picture = Line(draft.Picture, MaxPicture, "Picture");
        var alt = facts.MaxAlt == 0 ? null : Line(draft.Alt, facts.MaxAlt, "Alt");
        if (picture is not null && facts.MaxAlt > 0 && alt is null) throw new RuleBroken("Say what the picture shows, for those who do not see it.", "Alt");
        if (draft.Day is not { } day) throw new RuleBroken("Say on which day it is to be posted.", "Day");
        if (day < today) throw new RuleBroken("That day is over. Choose today or a later one.", "Day");
        if (day > today.AddYears(1)) throw new RuleBroken("That is more than a year ahead. Choose an earlier day.", "Day");
        (Text, Title, Picture, Alt, Day) = (text, title, picture, picture is null ? null : alt, day);
        About = [.. item.About];
        (WrittenBy, Writer, WrittenAt) = (by.Name, by.Person, now);
    }

    /// <summary>Somebody goes to post it now. From here on nobody knows whether it stands there, until they say so.</summary>
    public void Begin(Actor by, DateTimeOffset now)
    {
        if (State == PostState.Unknown) throw new RuleBroken($"{BegunBy} went to post it already. Say what became of it: two people would post it twice.");
        if (State != PostState.Planned) throw new RuleBroken($"It is {State.Words()}.");
        (State, BegunAt, BegunBy, Beginner) = (PostState.Unknown, now, by.Name, by.Person);
    }

    /// <summary>It stands there, at this address.</summary>
    /// <param name="written">The day on which its words were written: it was not posted before.</param>
    public void Mark(string? address, DateOnly? on, DateOnly written, DateOnly today)
    {
        if (BegunAt is null) throw new RuleBroken("Nobody has gone to post it yet. Press “Post it now” first: it shows the words that were looked at.");
        if (State is PostState.Posted) throw new RuleBroken("It is posted already, and its address is on the record.");
        if (address?.Trim() is not { Length: > 0 and <= MaxAddress } typed) throw new RuleBroken("Paste the address at which it stands: without one nobody can look whether it does.", "Address");
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var at) || !(Facts.IsPost(at) || (Invented && at.Scheme == Uri.UriSchemeHttps && at.Host.EndsWith(".example", StringComparison.Ordinal))))
            throw new RuleBroken($"This is not the address of a post on {Facts.Name}. One looks like this: {Facts.Like}", "Address");
        if (on is not { } day) throw new RuleBroken("Say on which day it was posted.", "On");
        if (day > today) throw new RuleBroken("That day is still to come.", "On");
        if (day < written) throw new RuleBroken($"Its words were written on {written.Long()}, so it was not posted before. What was posted earlier is entered by hand in the plan.", "On");
        (State, Address, AddressKey, PostedOn, Why) = (PostState.Posted, at.AbsoluteUri, Facts.KeyOf(at), day, null);
    }

    /// <summary>It was not posted, or stands there no longer.</summary>
    public void MarkNot(string? why)
    {
        if (State == PostState.NotPosted) throw new RuleBroken("That is on the record already.");
        Why = Line(why, MaxWhy, "Why") ?? throw new RuleBroken("Say why, for whoever looks at the numbers.", "Why");
        (State, Address, AddressKey, PostedOn) = (PostState.NotPosted, null, null, null);
    }

    internal void ForgetStaff(Guid person)
    {
        if (Writer == person) (Writer, WrittenBy) = (null, Former);
        if (Beginner == person) (Beginner, BegunBy) = (null, Former);
    }

    private static string? Line(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Trim().Any(char.IsControl)) throw new RuleBroken("Keep it on one line.", field);
        return text.Trim().Length <= most ? text.Trim() : throw new RuleBroken($"Keep it under {most:N0} letters.", field);
    }
}

public static class PostStates
{
    public static string Words(this PostState state) => state switch
    {
        PostState.Planned => "planned",
        PostState.Unknown => "unknown",
        PostState.Posted => "posted",
        _ => "not posted",
    };

    /// <summary>Its look in a table.</summary>
    public static string Look(this PostState state) => state switch
    {
        PostState.Planned => "waiting",
        PostState.Unknown => "late",
        PostState.Posted => "sent",
        _ => "dropped",
    };
}
