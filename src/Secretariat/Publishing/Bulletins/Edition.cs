using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>One bulletin or newsletter: gathered, approved to the letter, scheduled, sent.</summary>
public sealed class Edition : Record, IHoldsPersonalData
{
    public const int MaxSubject = 150;
    private const string VoidOf = "The approval by ", Former = "a former colleague";

    private Edition() { }

    /// <param name="year">First day of the plan's year in which it is numbered.</param>
    public Edition(int number, DateOnly year, string subject, string? intro, EditionKind kind = EditionKind.Bulletin)
    {
        (Number, Year, Kind) = (number, year, kind);
        Put(subject, intro);
    }

    public EditionKind Kind { get; private set; }

    /// <summary>A bulletin's within its year; a newsletter's runs on, since it is its public address.</summary>
    public int Number { get; private set; }
    public DateOnly Year { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>As typed; <see cref="Intro"/> is the small HTML made of it.</summary>
    public string IntroMarkdown { get; private set; } = "";

    public string Intro { get; private set; } = "";

    /// <summary>The items in their order.</summary>
    public List<Guid> Items { get; private set; } = [];

    public EditionState State { get; private set; }
    public bool Invented { get; init; }

    /// <summary>The canonical content that was approved: what is sent is this and nothing else.</summary>
    public string? ApprovedContent { get; private set; }

    public string? ApprovedHash { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>Who last approved it; stays when the approval is void, for <see cref="Returned"/> names them.</summary>
    public Guid? Approver { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why the last approval no longer stands, or why a scheduled bulletin did not go; null when there is nothing to tell.</summary>
    public string? Returned { get; private set; }

    public DateTimeOffset? ScheduledFor { get; private set; }

    /// <summary>Its batch in the ledger of deliveries.</summary>
    public Guid? Batch { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }
    public int SentTo { get; private set; }
    public string? CancelledWhy { get; private set; }

    public string Name => $"{Kind} {Number}";
    public string Word => Kind.Word();

    /// <summary>Its page on the desk.</summary>
    public string Path => $"{Kind.Shelf()}/{Id}";

    public bool MayChange => State.MayChange();

    public void Rewrite(string subject, string? intro)
    {
        Open();
        Put(subject, intro);
        VoidApproval("its subject or introduction was edited");
    }

    /// <summary>Takes an item in, at the end. It goes to members, so what is for named people cannot.</summary>
    public void Gather(Item item, DateOnly today)
    {
        Open();
        if (Items.Contains(item.Id)) throw new RuleBroken($"“{item.Heading}” is in this {Word} already.");
        if (item.WidthOn(today) < Circulation.Members)
            throw new RuleBroken($"“{item.Heading}” is for named people only, and this bulletin goes to all members. Widen its circulation first, and say who permitted it.");
        if (Kind == EditionKind.Newsletter && item.Circulation != Circulation.Public)
            throw new RuleBroken($"“{item.Heading}” is for members only, and a newsletter goes to everybody. Widen its circulation first, and say who permitted it.");
        Items = [.. Items, item.Id];
        VoidApproval("an item was added");
    }

    public void Drop(Guid item)
    {
        Open();
        if (!Items.Contains(item)) return;
        Items = [.. Items.Where(i => i != item)];
        VoidApproval("an item was taken out");
    }

    /// <param name="by">-1 is up, 1 is down; at the end it stays where it is.</param>
    public void Move(Guid item, int by)
    {
        Open();
        var (from, to) = (Items.IndexOf(item), Items.IndexOf(item) + by);
        if (from < 0 || to < 0 || to >= Items.Count) return;
        var order = Items.ToList();
        order.RemoveAt(from);
        order.Insert(to, item);
        Items = order;
        VoidApproval("its items were put in another order");
    }

    /// <param name="passed">What it says at this moment, and has passed the gate.</param>
    /// <param name="read">The hash of what the approver read.</param>
    /// <param name="kinds">Each item's kind, as the approver confirms it.</param>
    public void Approve(PassedContent passed, string read, IReadOnlyDictionary<Guid, ItemKind> kinds, Actor by, DateTimeOffset now)
    {
        Open();
        if (State != EditionState.Draft) throw new RuleBroken($"{Name} is approved already.");
        if (Items.Count == 0) throw new RuleBroken("There is nothing to approve yet: add an item first.");
        passed.Require();
        var content = passed.Content;
        if (content.Hash() != read) throw new RuleBroken("The text was changed while you were reading it. Read it again below, then approve it.");
        foreach (var item in content.Items)
        {
            if (item.Kind != ItemKind.Statement && kinds.GetValueOrDefault(item.Item) == ItemKind.Statement)
                throw new RuleBroken($"“{item.Heading}” is a statement, and no statement leaves without the members’ agreement. Take it out, and put its text to them in a round.");
            if (!kinds.TryGetValue(item.Item, out var kind) || kind != item.Kind)
                throw new RuleBroken($"Confirm what kind “{item.Heading}” is. It says {item.Kind.Words().ToLowerInvariant()}: if that is wrong, edit the item first.");
        }
        (ApprovedContent, ApprovedHash, ApprovedBy, Approver, ApprovedAt) = (content.Canonical(), read, by.Name, by.Person, now);
        (State, Returned) = (EditionState.Approved, null);
    }

    /// <summary>The words are no longer those that were approved; nothing goes out until somebody approves them again.</summary>
    public void VoidApproval(string because)
    {
        if (State is not (EditionState.Approved or EditionState.Scheduled)) return;
        Returned = $"{VoidOf}{ApprovedBy} is void: {because}." + (State == EditionState.Scheduled ? " It is no longer scheduled." : "");
        (ApprovedContent, ApprovedHash, ApprovedBy, ApprovedAt, ScheduledFor, State) = (null, null, null, null, null, EditionState.Draft);
    }

    /// <param name="readers">How many would get it today.</param>
    public void ScheduleFor(DateTimeOffset time, int readers, DateTimeOffset now)
    {
        if (State == EditionState.Draft) throw new RuleBroken($"{Name} is not approved. Somebody has to read and approve it before it can go.");
        if (State is not (EditionState.Approved or EditionState.Scheduled)) throw new RuleBroken($"{Name} is {State.Words()}, so it cannot be scheduled.");
        if (time < now) throw new RuleBroken("That time has passed. Choose a later one, or send it now.", "At");
        if (time > now.AddYears(1)) throw new RuleBroken("That is more than a year ahead. Choose an earlier day.", "At");
        if (readers == 0) throw new RuleBroken($"Nobody would get it: nobody in a current position takes the {Word}, and nobody else asked for it. Add people and their positions first.");
        (ScheduledFor, State, Returned) = (time, EditionState.Scheduled, null);
    }

    public void Unschedule()
    {
        if (State != EditionState.Scheduled) throw new RuleBroken($"{Name} is {State.Words()}, not scheduled.");
        (ScheduledFor, State) = (null, EditionState.Approved);
    }

    public void Cancel(string why)
    {
        Open();
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say why, for those who will look for it.", "Why");
        (State, CancelledWhy, ScheduledFor, Returned) = (EditionState.Cancelled, why.Trim(), null, null);
    }

    /// <summary>Its hour has come. The batch is chosen here and kept, so that a freeze that was killed goes on where it stopped.</summary>
    public Guid BeginFreezing()
    {
        if (State != EditionState.Scheduled) throw new RuleBroken($"{Name} is {State.Words()}, not scheduled.");
        State = EditionState.Freezing;
        return (Batch = Guid.CreateVersion7()).Value;
    }

    /// <summary>Its hour came and it could not go: it waits, approved, and says why.</summary>
    public void ComeBack(string because)
    {
        if (State is not (EditionState.Scheduled or EditionState.Freezing)) throw new RuleBroken($"{Name} is {State.Words()}.");
        (State, Returned, ScheduledFor, Batch) = (EditionState.Approved, because, null, null);
    }

    /// <summary>While its letters leave, something says that no more of them may: those that have left have left.</summary>
    public void StopSending(string because)
    {
        if (State != EditionState.Sending) throw new RuleBroken($"{Name} is {State.Words()}.");
        Returned = $"Its letters were stopped: {because}. Those that had left have left.";
    }

    public void BeginSending()
    {
        if (State != EditionState.Freezing) throw new RuleBroken($"{Name} is {State.Words()}.");
        State = EditionState.Sending;
    }

    /// <param name="sentTo">How many letters really left; a bulletin that reached nobody was not sent.</param>
    public void Finish(int sentTo, string otherwise, DateTimeOffset at)
    {
        if (State != EditionState.Sending) throw new RuleBroken($"{Name} is {State.Words()}.");
        if (sentTo > 0) (State, SentTo, SentAt) = (EditionState.Sent, sentTo, at);
        else (State, CancelledWhy) = (EditionState.Cancelled, Returned ?? otherwise);
    }

    /// <summary>Takes out who approved it; that it was approved, when and in which words stays.</summary>
    internal void ForgetApprover()
    {
        if (ApprovedBy is not null) ApprovedBy = Former;
        if (Returned?.StartsWith(VoidOf, StringComparison.Ordinal) == true) Returned = VoidOf + Former + Returned[Returned.IndexOf(" is void: ", StringComparison.Ordinal)..];
        Approver = null;
    }

    private void Put(string subject, string? intro)
    {
        if (string.IsNullOrWhiteSpace(subject)) throw new RuleBroken($"Give the {Word} a subject: it is the first thing that people read.", nameof(Subject));
        if (subject.Trim().Length > MaxSubject || subject.Any(char.IsControl)) throw new RuleBroken($"Keep the subject on one line and under {MaxSubject} letters.", nameof(Subject));
        Holes.Refuse(subject, nameof(Subject));
        (Subject, IntroMarkdown, Intro) = (subject.Trim(), (intro ?? "").ReplaceLineEndings("\n").Trim(), SmallHtml.FromMarkdown(intro, nameof(Intro)));
    }

    private void Open()
    {
        if (!MayChange) throw new RuleBroken($"{Name} is {State.Words()}, so it can no longer be changed.");
    }
}
