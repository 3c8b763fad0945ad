using System.Text.Json;
using System.Text.Json.Nodes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Operational;

public enum ReportState { Draft, Issued }

/// <summary>
/// What the network delivered in a period, for the Board and afterwards for all members. The numbers come from the evidence and the
/// words from staff; at issue both are frozen, and what is wrong in an issued one is put right by another issue that names it.
/// </summary>
public sealed class OperationalReport : Record, IHoldsPersonalData
{
    public const int MaxWords = 4000, MaxWhy = 400;
    private const string Former = "a former colleague";

    private OperationalReport() { }

    /// <param name="number">That of its date in the plan's calendar.</param>
    public OperationalReport(Guid plan, int number, ReportPeriod period)
    {
        (Plan, Number) = (plan, number);
        Take(period);
    }

    public Guid Plan { get; private set; }
    public int Number { get; private set; }

    /// <summary>1, and more for what corrects an earlier one.</summary>
    public int Issue { get; private set; } = 1;

    public ReportState State { get; private set; }
    public DateOnly First { get; private set; }
    public DateOnly Last { get; private set; }

    /// <summary>When the plan's calendar wants it.</summary>
    public DateOnly Due { get; private set; }

    public string Introduction { get; private set; } = "";

    /// <summary>What staff say under each pillar, by its code, as JSON.</summary>
    public string Words { get; private set; } = "{}";

    /// <summary>The <see cref="ReportFacts"/> as JSON; empty before the first draft.</summary>
    public string Facts { get; private set; } = "";

    public DateTimeOffset? DraftedAt { get; private set; }
    public Guid? Corrects { get; private set; }
    public string? CorrectsWhy { get; private set; }
    public Guid? CorrectedBy { get; private set; }

    /// <summary>The Board meeting in whose papers it lies; null for one that was issued without.</summary>
    public Guid? Meeting { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }
    public Guid? Issuer { get; private set; }
    public string? IssuerName { get; private set; }

    /// <summary>Of everything that it says, as it was issued.</summary>
    public string? IssuedHash { get; private set; }

    /// <summary>The notice by which all members were told of it.</summary>
    public Guid? Notice { get; private set; }

    public DateTimeOffset? SharedAt { get; private set; }
    public bool Invented { get; init; }

    public bool IsIssued => State == ReportState.Issued;
    public string Title => $"Operational report {Number}{(Issue > 1 ? $", issue {Issue}" : "")}";
    public string Period => $"{First.Plain()} to {Last.Plain()}";
    public ReportFacts? Said => Facts.Length == 0 ? null : ReportFacts.Read(Facts);
    public IReadOnlyDictionary<string, string> Under => JsonSerializer.Deserialize<Dictionary<string, string>>(Words)!;

    /// <summary>What is stored is what was issued, to the letter.</summary>
    public bool IsAsIssued => IsIssued && IssuedHash == Hash();

    /// <summary>SHA-256 over canonical JSON of all that it says: numbers, evidence, words, and what it corrects.</summary>
    public string Hash() => CanonicalJson.Hash(CanonicalJson.Of(new JsonObject
    {
        ["title"] = Title,
        ["first"] = First.Iso(),
        ["last"] = Last.Iso(),
        ["introduction"] = Introduction,
        ["words"] = new JsonObject(Under.Select(w => KeyValuePair.Create<string, JsonNode?>(w.Key, w.Value))),
        ["facts"] = Said?.Node(),
        ["corrects"] = Corrects?.ToString(),
        ["because"] = CorrectsWhy,
    }));

    /// <summary>New numbers; the words stay.</summary>
    public void Draft(ReportPeriod period, ReportFacts facts, DateTimeOffset now)
    {
        Refuse();
        if (Issue == 1) Take(period);
        (Facts, DraftedAt) = (facts.Json(), now);
    }

    public void Say(string? introduction, IReadOnlyDictionary<string, string?> under)
    {
        Refuse();
        if (introduction?.Length > MaxWords) throw new RuleBroken($"Keep it under {MaxWords:N0} letters.", "Introduction");
        if (under.FirstOrDefault(w => w.Value?.Length > MaxWords) is { Key: { } pillar }) throw new RuleBroken($"Keep it under {MaxWords:N0} letters.", $"Under[{pillar}]");
        Introduction = introduction?.ReplaceLineEndings("\n").Trim() ?? "";
        Words = JsonSerializer.Serialize(new SortedDictionary<string, string>(under.Where(w => !string.IsNullOrWhiteSpace(w.Value)).ToDictionary(w => w.Key, w => w.Value!.ReplaceLineEndings("\n").Trim()), StringComparer.Ordinal));
    }

    /// <param name="read">The hash of what was on the screen.</param>
    public void IssueTo(Guid? meeting, string? read, DateOnly today, Actor by, DateTimeOffset now)
    {
        Refuse();
        if (Facts.Length == 0) throw new RuleBroken("Draft it first: it has no numbers yet.");
        if (today <= Last) throw new RuleBroken($"Its period runs until {Last.Long()}, so it cannot be issued before the day after. To report sooner, move its date in the calendar and draft it again.");
        if (Corrects is null && Said is { } said && said.AsAt <= Last) throw new RuleBroken($"Its numbers were drafted on {said.AsAt.Long()}, before its period was over. Draft the numbers again, then issue it.");
        if (Introduction.Length == 0) throw new RuleBroken("Write an introduction first: the Board reads it before any number.");
        if (read != Hash()) throw new RuleBroken("It was changed while you were reading it. Read it again below, then issue it.");
        (State, Meeting, IssuedAt, IssuedHash) = (ReportState.Issued, meeting, now, read);
        (Issuer, IssuerName) = (by.Person, by.Name);
    }

    /// <summary>Another issue that begins with the same words and says what was wrong; this one stays as it went.</summary>
    public OperationalReport Correct(string? why)
    {
        if (!IsIssued) throw new RuleBroken("It is a draft: change it.");
        if (CorrectedBy is not null) throw new RuleBroken("It has been corrected already. Correct the newest issue.");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say what was wrong: whoever has the earlier one reads it.", "Why");
        if (why.Trim().Length > MaxWhy) throw new RuleBroken($"Keep it under {MaxWhy} letters.", "Why");
        return new OperationalReport(Plan, Number, new(First, Last, Due)) { Issue = Issue + 1, Corrects = Id, CorrectsWhy = why.Trim(), Introduction = Introduction, Words = Words, Invented = Invented };
    }

    /// <summary>The other issue is out.</summary>
    internal void WasCorrected(Guid by) => CorrectedBy = by;

    /// <summary>The notice that tells all members is written, and not sent yet.</summary>
    internal void TellBy(Guid notice)
    {
        if (!IsIssued) throw new RuleBroken("Issue it to the Board first.");
        if (CorrectedBy is not null) throw new RuleBroken("It has been corrected. Share the newest issue.");
        Notice = notice;
    }

    internal void Share(DateTimeOffset now) => SharedAt ??= now;

    internal void Forget(Guid person)
    {
        if (Issuer == person) (Issuer, IssuerName) = (null, Former);
    }

    private void Take(ReportPeriod period) => (First, Last, Due) = (period.First, period.Last, period.Due);

    private void Refuse()
    {
        if (IsIssued) throw new RuleBroken("It has been issued, and stays as it went. Put it right by a new issue.");
    }
}

/// <summary>What one report is about, and when it is due: the period ends on the day before it.</summary>
public sealed record ReportPeriod(DateOnly First, DateOnly Last, DateOnly Due)
{
    /// <summary>From the plan's own dates: each report begins on the day on which the one before it was due.</summary>
    public static IReadOnlyList<ReportPeriod> Of(DateOnly first, IEnumerable<DateOnly> dates)
    {
        var (periods, from) = (new List<ReportPeriod>(), first);
        foreach (var date in dates.Order())
        {
            var last = date.AddDays(-1) < from ? from : date.AddDays(-1);
            periods.Add(new(from, last, date));
            from = last.AddDays(1);
        }
        return periods;
    }
}
