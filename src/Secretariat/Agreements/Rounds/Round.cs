using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>A question put to members, or to the Board's seats, under a rule that is fixed when it opens.</summary>
public sealed class Round : Record
{
    public const int MaxTitle = 200;
    private readonly List<RoundVersion> _versions = [];

    private Round() { }

    public Round(RoundDraft draft) => Draft(draft);

    public RoundKind Kind { get; private set; }

    /// <summary>The question, as members read it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Which of another floor's things it is about, such as <c>plan:2017-18:confirm</c>; empty when none.</summary>
    public string About { get; private set; } = "";

    /// <summary>The code of the rule; its values are copied to <see cref="Terms"/> when the round opens.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>The rule as it was when the round opened; editing the rule afterwards changes nothing here. Null while it is a draft.</summary>
    public RoundTerms? Terms { get; private set; }

    /// <summary>What no answer means, said when it opens.</summary>
    public Silence Silence { get; private set; }

    /// <summary>Said when it opens: an agreement carries over to a new version for whoever has seen the redline and did not withdraw.</summary>
    public bool CarryOver { get; private set; }

    /// <summary>Said when it opens: how long everybody has to object to a correction; null when nobody may pass any.</summary>
    public int? ObjectHours { get; private set; }

    /// <summary>For <see cref="RoundKind.Choose"/>: what to choose from.</summary>
    public List<string> Options { get; private set; } = [];

    /// <summary>For <see cref="RoundKind.AgreeText"/>: the last day of the mandate; null when it has no end.</summary>
    public DateOnly? MandateUntil { get; private set; }

    /// <summary>In whose name its letters go out.</summary>
    public RoundSender Sender { get; private set; }

    /// <summary>For <see cref="RoundKind.Confirm"/>: the amount that each is asked to confirm; null when each names its own.</summary>
    public long? AskedPence { get; private set; }

    public bool Invented { get; set; }
    public RoundState State { get; private set; }
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>The closing time of the version that is out; for a draft, the one planned.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was closed early or cancelled.</summary>
    public string? ClosedWhy { get; private set; }

    /// <summary>What was counted at closing, in canonical form; anyone computes the same from the export.</summary>
    public string? Result { get; private set; }

    /// <summary>Why it does not close by itself although its time has passed; null when it does.</summary>
    public string? Held { get; private set; }

    /// <summary>When somebody of the secretariat looked at its result and said so.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>How many rows the log has: the next is this and one. Raised in the database, where two windows queue for it.</summary>
    public int Rows { get; private set; }

    public IReadOnlyList<RoundVersion> Versions => _versions;
    public RoundVersion Latest => _versions.MaxBy(v => v.Number)!;

    /// <summary>The wording that members were last asked about; what came after it are corrections, of which nobody is asked.</summary>
    public RoundVersion LatestAsked => _versions.Where(v => !v.Correction).MaxBy(v => v.Number)!;

    /// <summary>The two Chairs who may pass corrections together, in the order in which they were named; none when nobody may.</summary>
    public IReadOnlyList<RoundCorrector> Correctors => ObjectHours is null || FirstCorrector is null || SecondCorrector is null ? [] : [FirstCorrector, SecondCorrector];

    public RoundCorrector? FirstCorrector { get; private set; }
    public RoundCorrector? SecondCorrector { get; private set; }

    /// <summary>It said so at opening, and both are still known by name.</summary>
    public bool AllowsCorrections => Correctors is [{ Person: not null }, { Person: not null }];

    /// <summary>As everybody reads it before they answer; empty when nobody may pass a correction.</summary>
    public string CorrectionsSaid => Correctors is not [var one, var two] ? ""
        : AllowsCorrections ? $"Two Chairs, {one.Name} and {two.Name}, may pass corrections that change no meaning. Everybody gets each at once and has {(ObjectHours == 1 ? "1 hour" : $"{ObjectHours} hours")} to object."
        : "Two Chairs were named who could pass corrections. One of the names was erased since, so nobody may.";

    /// <summary>When answers end to count: the closing time, or the moment when it was closed before it.</summary>
    public DateTimeOffset Ends => ClosedAt < ClosesAt ? ClosedAt.Value : ClosesAt;

    public bool TakesAnswers => State is RoundState.Open or RoundState.Closed;
    public bool IsOpenAt(DateTimeOffset now) => State == RoundState.Open && now <= ClosesAt;

    /// <summary>An answer that comes now may count: the round is open, or a restored backup holds it and it may still go on.</summary>
    public bool TakesInTime(DateTimeOffset now) => State == RoundState.Open && (now <= ClosesAt || Held is not null);

    /// <summary>The answer is kept and does not count. One that came while the round was held counts if the round then went on.</summary>
    public bool CameLate(Response response) => response.Late || (State == RoundState.Closed && response.At > Ends);

    /// <summary>What it will be held to; a draft has the rule as it is today.</summary>
    public Count? Counted => Result is null ? null : Count.Parse(Result);

    public void Draft(RoundDraft draft)
    {
        if (State != RoundState.Draft) throw new RuleBroken($"This round is {State.Words()}, so its question and its rule stay as they were said. A change to the text goes round as a new version.");
        draft.Check();
        (Kind, Title, Rule, About, Silence, CarryOver, MandateUntil, ClosesAt, Options) =
            (draft.Kind, draft.Title.Trim(), draft.Rule.Trim(), draft.About.Trim(), draft.Silence, draft.CarryOver, draft.MandateUntil, draft.ClosesAt, draft.Kind == RoundKind.Choose ? draft.Choices : []);
        (Sender, AskedPence) = (draft.Sender, draft.Kind == RoundKind.Confirm ? draft.AskedPence : null);
        NameCorrectors(draft.Correctors, draft.ObjectHours);
        if (_versions.Count == 0) _versions.Add(new RoundVersion(Id, 1, draft.Markdown, draft.Text));
        else Latest.Put(draft.Markdown, draft.Text);
    }

    private void NameCorrectors(IReadOnlyList<NamedChair> chairs, int hours)
    {
        ObjectHours = chairs.Count == 0 ? null : hours;
        if (chairs.Count > 0) (FirstCorrector, SecondCorrector) = (FirstCorrector ?? new RoundCorrector(Id, 1), SecondCorrector ?? new RoundCorrector(Id, 2));
        FirstCorrector?.Take(chairs.FirstOrDefault());
        SecondCorrector?.Take(chairs.LastOrDefault());
    }

    /// <summary>Copies the rule, says when it closes and shows the text; from here on none of it changes.</summary>
    public void Open(RoundTerms rule, int electors, DateTimeOffset now)
    {
        if (State != RoundState.Draft) throw new RuleBroken($"This round is {State.Words()}, not a draft.");
        if (ClosesAt <= now) throw new RuleBroken("Its closing time has passed: choose a later one.", "ClosesDay");
        if (electors == 0) throw new RuleBroken(rule.Base == RoundBase.Seats ? "No seat of the Board is filled, so nobody can be asked." : "There is no member to ask.");
        rule.RefuseUnlessFor(Kind, Silence);
        (Terms, State, OpenedAt) = (rule with { Silence = Silence }, RoundState.Open, now);
        Latest.Show(now, ClosesAt);
    }

    /// <summary>By the number of the wording: the record's own version stays where a new wording keeps the closing time.</summary>
    internal void RefuseUnlessRead(int number)
    {
        if (number != Latest.Number) throw new RuleBroken($"The text was changed while you were writing: version {Latest.Number} is out. Your text is still below: open the round in a second window, and begin from what is out now.");
    }

    /// <summary>A new wording goes round with its own closing time.</summary>
    public RoundVersion Reword(string? markdown, RoundText text, DateTimeOffset closesAt, DateTimeOffset now)
    {
        if (!IsOpenAt(now)) throw new RuleBroken(State == RoundState.Open ? "Its closing time has passed, so its text stays as it is." : $"This round is {State.Words()}, so its text stays as it is.");
        if (text.Hash() == Latest.Hash) throw new RuleBroken("This is the text that is out already, to the letter.", "Text");
        if (closesAt <= now) throw new RuleBroken("Give members time: choose a closing time that lies ahead.", "ClosesDay");
        var version = new RoundVersion(Id, Latest.Number + 1, markdown, text);
        version.Show(now, closesAt);
        _versions.Add(version);
        ClosesAt = closesAt;
        return version;
    }

    /// <summary>Words that two Chairs passed as a correction and to which nobody objected. Nobody is asked again, and the closing time stays.</summary>
    internal RoundVersion Correct(string markdown, RoundText text, DateTimeOffset at)
    {
        if (State != RoundState.Open) throw new RuleBroken($"This round is {State.Words()}, so its text stays as it is.");
        var version = new RoundVersion(Id, Latest.Number + 1, markdown, text) { Correction = true };
        version.Show(at, ClosesAt);
        _versions.Add(version);
        return version;
    }

    /// <param name="why">Needed when members had been told that they have longer.</param>
    public void Close(Count counted, string? why, DateTimeOffset now)
    {
        if (State != RoundState.Open) throw new RuleBroken($"This round is {State.Words()}, not open.");
        if (now < ClosesAt && string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Members were told that they have longer. Say why it closes now.", "Why");
        (State, ClosedAt, ClosedWhy, Result, Held) = (RoundState.Closed, now, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), counted.Canonical(), null);
    }

    /// <summary>A backup was restored: answers may have come after it was made, so a person looks before it is counted.</summary>
    internal void Hold(string why) => Held = why;

    /// <summary>Somebody has looked: it goes on until then, and what members answer meanwhile counts.</summary>
    public void GoOn(DateTimeOffset closesAt, DateTimeOffset now)
    {
        if (State != RoundState.Open || Held is null) throw new RuleBroken("This round goes on as it is: only one that a restored backup holds is given another time.");
        if (closesAt <= now) throw new RuleBroken("Give members time: choose a closing time that lies ahead.", "ClosesDay");
        (ClosesAt, Held) = (closesAt, null);
        Latest.Show(Latest.ShownAt!.Value, closesAt);
    }

    /// <summary>Its result has been looked at: it asks nothing of anybody any more.</summary>
    public void See(DateTimeOffset now)
    {
        if (State != RoundState.Closed) throw new RuleBroken($"This round is {State.Words()}, so it has no result yet.");
        SeenAt ??= now;
    }

    public void Cancel(string? why, DateTimeOffset now)
    {
        if (State is not (RoundState.Draft or RoundState.Open)) throw new RuleBroken($"This round is {State.Words()}, so it stands as it is.");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say why, for those who were asked.", "Why");
        (State, ClosedAt, ClosedWhy) = (RoundState.Cancelled, now, why.Trim());
    }
}
