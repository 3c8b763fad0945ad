using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>What stands in a column of a file of people.</summary>
public enum Column { Nothing, Email, Name, FirstName, LastName, Phone, Organisation, Position, Title, Themes, From, Until }

/// <summary>Recognises columns by their headings, however people write them.</summary>
public static class Columns
{
    private static readonly Dictionary<Column, string[]> Headings = new()
    {
        [Column.Email] = ["email", "emailaddress", "mail", "emailadress"],
        [Column.Name] = ["name", "fullname", "person", "contact", "contactname"],
        [Column.FirstName] = ["firstname", "forename", "givenname"],
        [Column.LastName] = ["lastname", "surname", "familyname"],
        [Column.Phone] = ["phone", "telephone", "tel", "mobile", "phonenumber", "telephonenumber", "mobilenumber"],
        [Column.Organisation] = ["organisation", "organization", "organisationcode", "organisationname", "company", "member", "employer"],
        [Column.Position] = ["position", "role", "kind"],
        [Column.Title] = ["title", "jobtitle"],
        [Column.Themes] = ["themes", "theme", "interests"],
        [Column.From] = ["from", "since", "start", "startdate", "firstday"],
        [Column.Until] = ["until", "to", "end", "enddate", "lastday"],
    };

    /// <summary>As people say it, in "two columns cannot both be the …".</summary>
    public static string Words(this Column column) => column switch
    {
        Column.Nothing => "not used",
        Column.Email => "e-mail",
        Column.FirstName => "first name",
        Column.LastName => "last name",
        Column.From => "first day",
        Column.Until => "last day",
        Column.Title => "job title",
        _ => column.ToString().ToLowerInvariant(),
    };

    /// <summary>One for each heading; what is not recognised, or comes a second time, is not used.</summary>
    public static IEnumerable<Column> Match(IEnumerable<string> headings)
    {
        var taken = new HashSet<Column>();
        foreach (var heading in headings)
        {
            var found = Recognise(heading);
            yield return found != Column.Nothing && taken.Add(found) ? found : Column.Nothing;
        }
    }

    public static Column Recognise(string heading)
    {
        var letters = string.Concat(heading.Folded().Where(char.IsLetter));
        return Headings.FirstOrDefault(h => h.Value.Contains(letters)).Key;
    }

    /// <summary>Which column a row cannot do without, as a sentence; null when all are there.</summary>
    public static string? Missing(IReadOnlyCollection<Column> columns) =>
        !columns.Contains(Column.Email) ? "Say which column is the e-mail: it is how a person is known again."
        : !columns.Contains(Column.Name) && !columns.Contains(Column.LastName) ? "Say which column is the name, or which are the first name and the last name."
        : null;
}
