using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>What becomes of a row.</summary>
/// <param name="Person">Whom it is about, when they are here or come with it.</param>
/// <param name="Steps">What it did to the records it was judged by.</param>
/// <param name="Made">The records that it brings.</param>
public sealed record Verdict(RowFate Fate, string Words, Person? Person = null, IReadOnlyList<RowStep>? Steps = null, IReadOnlyList<Record>? Made = null);

/// <summary>
/// Judges one row and does what it says, to the records it is given. A dry run gives it copies and throws them away, so that what
/// it announces is what the import does.
/// </summary>
public sealed class JudgeRow(Known known, DateOnly today, bool makesOrganisations, bool takesLookalikes)
{
    public Verdict Run(TypedLine line)
    {
        try
        {
            var row = new Row(line, line.Organisation.Length == 0 ? null : Body(line));
            return Judge(row);
        }
        catch (RuleBroken no)
        {
            return new Verdict(RowFate.Refused, no.Message);
        }
    }

    private sealed record Row(TypedLine Line, Organisation? Body)
    {
        public List<RowStep> Steps { get; } = [];
        public List<string> Words { get; } = [];
        public List<Record> Made { get; } = [];
        public bool BodyIsNew => Body is not null && Made.Contains(Body);
    }

    private Verdict Judge(Row row)
    {
        var line = row.Line;
        var themes = line.Themes.Select(t => known.Theme(t) ?? throw new RuleBroken($"There is no theme “{t}”. Themes are those of the network; leave the cell empty if none fits.")).Distinct().ToList();
        if (themes.Count > 0 && row.Body is null) throw new RuleBroken("Themes go with a position: say at which organisation.");
        var (person, doubt) = Find(line, row.Body);
        if (doubt is not null && !takesLookalikes) return new Verdict(RowFate.Perhaps, doubt, person);
        if (doubt is not null) person = null;
        if (person is not null && known.Earlier(line.Email.Key).Where(e => e.SortName == line.SortName).Select(line.Contradicts).FirstOrDefault(c => c is not null) is { } contradiction)
            throw new RuleBroken(contradiction);
        var (held, kind) = row.Body is null ? (null, PositionKind.Partner) : Held(person, row.Body, line);
        // All that may say no has spoken before anything is done.
        if (row.Body is not null) Check(row.Body, held, kind, line);
        var fate = person is null ? RowFate.New : RowFate.Changed;
        if (row.Body is not null && known.Bodies(line.Organisation).Count == 0) Make(row);
        person ??= Add(row);
        Follow(row, person);
        if (row.Body is not null) Place(row, person, held, kind, themes);
        known.Took(line);
        return row.Steps.Count == 0 ? new Verdict(RowFate.Same, "All of it is here already.", person)
            : new Verdict(fate, string.Join("; ", row.Words), person, row.Steps, row.Made);
    }

    private (Person? Person, string? Doubt) Find(TypedLine line, Organisation? body)
    {
        var there = known.WithAddress(line.Email.Key);
        if (there.FirstOrDefault(p => known.IsCalled(p, line.SortName)) is { } same) return (same, null);
        var earlier = known.Earlier(line.Email.Key).Count > 0 ? known.Earlier(line.Email.Key)[0] : null;
        // A new surname, or a name written out: one word stays. Two rows of one file that differ are not a change of name.
        if (there.Count == 1 && earlier is null && line.SortName.Split(' ').Intersect(there[0].SortName.Split(' ')).Any()) return (there[0], null);
        if (there.Count > 0)
            return (there[0], $"{there[0].Name} has this address{(earlier is null ? " already" : $" in row {earlier.Number:N0}")}. It may be the same person under another name, or somebody who shares the mailbox.");
        var namesake = body is null ? null : known.Called(line.SortName).FirstOrDefault(p => known.Held(p).Any(h => h.Organisation == body.Id));
        return namesake is null ? (null, null) : (namesake, $"Perhaps the same as {namesake.Name} <{namesake.Email}>, who is at {body!.ShortName} as well.");
    }

    private Organisation Body(TypedLine line)
    {
        var found = known.Bodies(line.Organisation);
        if (found.Count > 1) throw new RuleBroken($"{found.Count} organisations are called “{line.Organisation}”: write the code of the one that is meant.");
        if (found.Count == 1) return found[0];
        if (!makesOrganisations) throw new RuleBroken($"There is no organisation “{line.Organisation}” here. Write it as it is called here, or let unknown ones be made.");
        return new Organisation(Slug(line.Organisation), line.Organisation, OrganisationKind.Other);
    }

    // A code of its own that nobody typed: the name, and what tells it from another of the same beginning.
    private static string Slug(string name)
    {
        var letters = string.Join('-', new string([.. name.Folded().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return $"{(letters.Length > 28 ? letters[..28] : letters)}-{Guid.CreateVersion7().ToString("N")[^6..]}".Trim('-');
    }

    private (Position? Held, PositionKind Kind) Held(Person? person, Organisation body, TypedLine line)
    {
        var kind = line.Kind ?? body.Kind switch
        {
            OrganisationKind.Member => throw new RuleBroken($"Say in which position at {body.ShortName}: {string.Join(", ", Enum.GetValues<PositionKind>().Take(7).Select(k => k.Words()))}."),
            OrganisationKind.Secretariat => PositionKind.Staff,
            OrganisationKind.Sponsor => PositionKind.Sponsor,
            OrganisationKind.Media => PositionKind.Journalist,
            _ => PositionKind.Partner,
        };
        var (first, last) = (line.From ?? Earliest(line.Until), line.Until);
        var held = person is null ? null : known.Held(person).Where(p => p.Organisation == body.Id && p.Kind == kind && (p.To is null || first <= p.To) && (last is null || p.From <= last)).OrderBy(p => p.From).LastOrDefault();
        return (held, kind);
    }

    // Who left before today, and whose first day nobody wrote down, held it on the last day at least.
    private DateOnly Earliest(DateOnly? until) => until < today ? until.Value : today;

    private void Check(Organisation body, Position? held, PositionKind kind, TypedLine line)
    {
        var (first, last) = (line.From ?? held?.From ?? Earliest(line.Until), line.Until ?? held?.To);
        if (last < first) throw new RuleBroken($"The position ended on {last.Value.Plain()} and cannot begin on {first.Plain()}: give both days.");
        if (known.Holder(body, kind, first, last, held?.Id) is { } other)
            // Not by name: the row is kept as one about somebody else.
            throw new RuleBroken(SoleHolder.Sentence("Somebody else", kind, body.Name, other.Held.From, first));
    }

    private void Make(Row row)
    {
        known.Add(row.Body!);
        row.Made.Add(row.Body!);
        row.Steps.Add(new(RowStep.Organisation, row.Body!.Id));
    }

    private Person Add(Row row)
    {
        var line = row.Line;
        var person = new Person(line.Name, line.Email.Text) { Phone = line.Phone.Length > 0 ? line.Phone : null };
        known.Add(person, line.Email.Key);
        row.Made.Add(person);
        row.Steps.Add(new(RowStep.Person, person.Id));
        if (row.Body is null) row.Words.Add("without a position");
        return person;
    }

    private static void Follow(Row row, Person person)
    {
        var line = row.Line;
        // By the address of a record that was merged: which name and number are theirs was settled by the merge.
        if (line.Email.Key != person.EmailKey) return;
        if (line.SortName != person.SortName) Set(row, RowStep.Name, person.Id, person.Name, line.Name, () => person.Rename(line.Name));
        if (line.Phone.Length > 0 && line.Phone != person.Phone) Set(row, RowStep.Phone, person.Id, person.Phone ?? "", line.Phone, () => person.Phone = line.Phone);
    }

    private void Place(Row row, Person person, Position? held, PositionKind kind, List<string> themes)
    {
        var (line, body) = (row.Line, row.Body!);
        if (held is null)
        {
            var taken = person.Take(body, kind, line.Title, line.From ?? Earliest(line.Until));
            if (line.Until is { } until) taken.End(until);
            taken.Themes = themes;
            row.Steps.Add(new(RowStep.Position, taken.Id));
            row.Words.Add($"{kind.Words()} of {body.ShortName}{(row.BodyIsNew ? ", an organisation that is made" : "")}, {DateWords.Term(taken.From, taken.To, today)}");
            known.Add(body, taken, person.Name);
            return;
        }
        if (line.Title.Length > 0 && line.Title != held.Title) Set(row, RowStep.Title, held.Id, held.Title, line.Title, () => held.Title = line.Title);
        if (themes.Count > 0 && !themes.ToHashSet().SetEquals(held.Themes)) Set(row, RowStep.Themes, held.Id, string.Join('|', held.Themes), string.Join('|', themes), () => held.Themes = themes);
        if (line.From is { } from && from != held.From) Set(row, RowStep.From, held.Id, held.From.Iso(), from.Iso(), () => held.Correct(from, held.To >= from ? held.To : null));
        if (line.Until is { } to && to != held.To) Set(row, RowStep.Until, held.Id, held.To?.Iso() ?? "", to.Iso(), () => held.Correct(held.From, to));
        // Whoever follows them comes in a later row.
        if (body.IsMember && SoleHolder.IsSole(kind)) known.Hold((body.Id, kind), held, person.Name);
    }

    private static void Set(Row row, string what, Guid on, string before, string after, Action set)
    {
        set();
        row.Steps.Add(new(what, on, before, after));
        row.Words.Add(before.Length == 0 ? $"{what}: {after.Replace("|", ", ")}" : $"{what}: {after.Replace("|", ", ")} instead of {before.Replace("|", ", ")}");
    }
}
