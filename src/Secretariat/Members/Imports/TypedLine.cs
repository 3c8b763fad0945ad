using System.Globalization;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.Imports;

/// <summary>A row that could be read; what the file does not say is empty or null.</summary>
public sealed record TypedLine(int Number, string Name, EmailAddress Email, string Phone, string Organisation, PositionKind? Kind, string Title, IReadOnlyList<string> Themes, DateOnly? From, DateOnly? Until)
{
    private const int LongestName = 200, LongestPhone = 40;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd'T'HH:mm:ss", "d/M/yyyy HH:mm"];
    private static readonly Dictionary<string, PositionKind> Kinds = Words();

    public string SortName { get; } = Name.Folded();

    /// <exception cref="RuleBroken">It cannot be read, and why.</exception>
    public static TypedLine Of(int number, IReadOnlyList<string> cells, IReadOnlyList<Column> columns)
    {
        string Cell(Column column) => columns.ToList().IndexOf(column) is var at and >= 0 && at < cells.Count ? cells[at].Trim() : "";
        var name = Cell(Column.Name) is { Length: > 0 } whole ? whole : $"{Cell(Column.FirstName)} {Cell(Column.LastName)}".Trim();
        if (name.Length == 0) throw new RuleBroken("There is no name in this row.");
        Fits(name, "name", LongestName);
        if (name[0] is '=' or '+' or '-' or '@') throw new RuleBroken($"“{Short(name)}” is a formula, not a name.");
        if (Cell(Column.Email).Length == 0) throw new RuleBroken("There is no e-mail address in this row: it is how a person is known again.");
        var email = EmailAddress.Parse(Cell(Column.Email));
        var phone = Cell(Column.Phone);
        Fits(phone, "phone number", LongestPhone);
        if (phone.StartsWith('=') || phone.StartsWith('@')) throw new RuleBroken($"“{Short(phone)}” is a formula, not a phone number.");
        var (organisation, title) = (Cell(Column.Organisation), Cell(Column.Title));
        Fits(organisation, "organisation", LongestName);
        Fits(title, "job title", LongestName);
        var line = new TypedLine(number, name, email, phone, organisation, KindOf(Cell(Column.Position)), title,
            [.. Cell(Column.Themes).Split(['|', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Day(Cell(Column.From)), Day(Cell(Column.Until)));
        if (line.Until < line.From) throw new RuleBroken("A position cannot end before it began.");
        if (organisation.Length == 0 && (line.Kind is not null || title.Length > 0 || line.From is not null || line.Until is not null))
            throw new RuleBroken("A position needs an organisation: say where.");
        return line;
    }

    /// <summary>Two rows about one person may not say different things of the same: the file would change back and forth.</summary>
    public string? Contradicts(TypedLine earlier)
    {
        if (Phone.Length > 0 && earlier.Phone.Length > 0 && Phone != earlier.Phone) return Other(earlier, "phone number");
        if (Organisation.Folded() != earlier.Organisation.Folded() || Kind != earlier.Kind) return null;
        if (Apart(earlier)) return null;
        if (Title.Length > 0 && earlier.Title.Length > 0 && Title != earlier.Title) return Other(earlier, "job title");
        if (Themes.Count > 0 && earlier.Themes.Count > 0 && !Themes.ToHashSet().SetEquals(earlier.Themes)) return Other(earlier, "list of themes");
        if (From is not null && earlier.From is not null && From != earlier.From) return Other(earlier, "first day");
        return Until is not null && earlier.Until is not null && Until != earlier.Until ? Other(earlier, "last day") : null;
    }

    // The same position at two times is two positions.
    private bool Apart(TypedLine earlier) => earlier.Until < From || Until < earlier.From;

    private static string Other(TypedLine earlier, string what) => $"Row {earlier.Number} gives another {what} for the same person. Correct one of the two.";

    private static void Fits(string cell, string what, int most)
    {
        if (cell.Length > most) throw new RuleBroken($"The {what} has {cell.Length:N0} letters, and at most {most} fit.");
        if (cell.Any(char.IsControl)) throw new RuleBroken($"There is a line break in the {what}: is a quotation mark missing?");
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static DateOnly? Day(string cell)
    {
        if (cell.Length == 0) return null;
        if (!DateTime.TryParseExact(cell, Days, British, DateTimeStyles.None, out var day)) throw new RuleBroken($"“{Short(cell)}” is not a day. Write it as 2017-04-01 or 1/4/2017.");
        return day.Year is < 1900 or > 2199 ? throw new RuleBroken("Give a year between 1900 and 2199.") : DateOnly.FromDateTime(day);
    }

    private static PositionKind? KindOf(string cell)
    {
        if (cell.Length == 0) return null;
        return Kinds.TryGetValue(cell.Folded(), out var kind) ? kind
            : throw new RuleBroken($"“{Short(cell)}” is not a position that is known here. Write one of: {string.Join(", ", Enum.GetValues<PositionKind>().Select(k => k.Words()))}; their own words belong in the job title.");
    }

    private static Dictionary<string, PositionKind> Words()
    {
        var words = Enum.GetValues<PositionKind>().SelectMany(k => new[] { (k.Words().Folded(), k), (k.Code(), k), (k.Code().Replace('-', ' '), k) }).DistinctBy(w => w.Item1).ToDictionary(w => w.Item1, w => w.Item2);
        foreach (var (word, kind) in new[] { ("chairman", PositionKind.Chair), ("chairwoman", PositionKind.Chair), ("chairperson", PositionKind.Chair), ("ceo", PositionKind.ChiefExecutive), ("personal assistant", PositionKind.Pa) }) words.TryAdd(word, kind);
        return words;
    }
}
