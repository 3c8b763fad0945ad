using Secretariat.Platform.Contracts;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.People;

/// <summary>One row of <c>people.csv</c>, its values read.</summary>
public sealed record PersonRow(int Line, string Key, string Name, string Email, string Phone, string Organisation, PositionKind Kind, string Title,
    IReadOnlyList<string> Themes, DateOnly From, DateOnly? To, IReadOnlyList<string> ActsFor, bool Invented);

/// <summary>Reads and checks <c>people.csv</c>; everything wrong is named, not only the first.</summary>
public static class PeopleRows
{
    public static IReadOnlyList<PersonRow> Read(PackFolder pack, PackReport report)
    {
        var people = new List<PersonRow>();
        foreach (var row in pack.Csv(PeoplePack.File, "key", "name", "email", "organisation", "position", "from", "to"))
        {
            var (kind, from, to) = (row.Named<PositionKind>("position", report), row.Day("from", report), row.Day("to", report));
            if (row["key"].Length == 0 || row["name"].Length == 0) report.Fault(row.File, row.Line, "a person needs a key and a name");
            if (row["from"].Length == 0) report.Fault(row.File, row.Line, "a position needs the day from which it is held");
            if (from is { } first && to < first) report.Fault(row.File, row.Line, "the position ends before it begins");
            if (EmailAddress.TryParse(row["email"]) is null) report.Fault(row.File, row.Line, $"“{row["email"]}” is not an e-mail address");
            else if (kind is { } known && from is { } begins)
                people.Add(new PersonRow(row.Line, row["key"], row["name"], row["email"], row["phone"], row["organisation"], known, row["title"],
                    row.Codes("themes"), begins, to, row.Codes("acts_for"), row.Flag("invented")));
        }
        return people;
    }

    public static void Check(IReadOnlyList<PersonRow> rows, IReadOnlySet<string> organisations, IReadOnlySet<string> themes, PackReport report)
    {
        var keys = rows.Select(r => r.Key).ToHashSet();
        var first = new Dictionary<string, PersonRow>();
        foreach (var row in rows)
        {
            void Fault(string reason) => report.Fault(PeoplePack.File, row.Line, reason);
            if (!organisations.Contains(row.Organisation)) Fault($"no organisation has the code “{row.Organisation}”");
            foreach (var theme in row.Themes.Where(t => !themes.Contains(t))) Fault($"no theme has the code “{theme}”");
            foreach (var other in row.ActsFor.Where(k => !keys.Contains(k))) Fault($"nobody has the key “{other}”");
            if (row.ActsFor.Contains(row.Key)) Fault("nobody acts for themselves");
            if (!first.TryAdd(row.Key, row) && (first[row.Key].Name != row.Name || first[row.Key].Email != row.Email))
                Fault($"the key “{row.Key}” is somebody else in line {first[row.Key].Line}");
        }
    }
}
