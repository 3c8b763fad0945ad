namespace Secretariat.Members.Imports;

public static class ImportWords
{
    public static string Words(this RowFate fate) => fate switch
    {
        RowFate.New => "new",
        RowFate.Changed => "changed",
        RowFate.Same => "the same",
        RowFate.Perhaps => "perhaps here already",
        _ => "refused",
    };

    /// <summary>The look of its mark.</summary>
    public static string Look(this RowFate fate) => fate switch { RowFate.New or RowFate.Changed => "sent", RowFate.Same => "off", RowFate.Perhaps => "waiting", _ => "failed" };

    /// <summary>"212 people", "1 person".</summary>
    public static string People(this int count) => count == 1 ? "1 person" : $"{count:N0} people";

    /// <summary>"3 new, 2 changed, 1 refused".</summary>
    public static string Counts(this PeopleImport import) => import.Rows == 0 ? "no rows" : string.Join(", ",
        new[] { (import.New, RowFate.New), (import.Changed, RowFate.Changed), (import.Same, RowFate.Same), (import.Perhaps, RowFate.Perhaps), (import.Refused, RowFate.Refused) }
            .Where(c => c.Item1 > 0).Select(c => $"{c.Item1:N0} {c.Item2.Words()}"));

    public static string Summary(this PeopleImport import) => import.State switch
    {
        ImportState.Reading => "Cut short while it was read: throw it away and bring it again.",
        ImportState.Checked when !import.IsReadable => "Waits for somebody to say which column is which.",
        ImportState.Checked => $"Checked, not imported: {import.Counts()}.",
        ImportState.Importing => "Being imported.",
        ImportState.Done => $"Imported: {import.Counts()}.",
        ImportState.Undoing => "Being undone.",
        _ => import.Stayed == 0 ? "Imported and undone." : $"Imported and undone; {import.Stayed:N0} {(import.Stayed == 1 ? "row" : "rows")} stayed.",
    };
}
